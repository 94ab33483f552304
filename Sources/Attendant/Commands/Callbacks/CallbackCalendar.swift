import Foundation
import Records

/// The open requests as an iCalendar (RFC 5545): each from the moment it may be called to the end of the promise, so that
/// a calendar shows who must be called when. Events rather than to-dos: most calendars show nothing else.
struct CallbackCalendar {
    let text: String

    /// An event whose promise has no end is this long.
    private static let plainLength: TimeInterval = 900

    init(_ rows: [CallbackRow], now: Date) {
        let events = rows.flatMap { Self.event($0, now: now) }
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Attendant//callbacks//EN", "X-WR-CALNAME:Callbacks"]
            + events + ["END:VCALENDAR"]
        text = lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func event(_ row: CallbackRow, now: Date) -> [String] {
        let start = row.nextAttempt ?? row.created
        let end = row.due.map { max($0, start.addingTimeInterval(60)) } ?? start.addingTimeInterval(plainLength)
        let who = row.callerName.map { "\($0), " } ?? ""
        let late = row.isOverdue(at: now) ? "LATE: " : ""
        let about = row.reason.isEmpty ? row.label : row.reason
        let details = [about, row.note, row.owner.map { "owner: \($0)" }].compactMap { $0 }.joined(separator: "\n")
        return [
            "BEGIN:VEVENT", "UID:callback-\(row.id)-\(Int(row.created.timeIntervalSince1970))@attendant",
            "DTSTAMP:\(time(row.updated))", "DTSTART:\(time(start))", "DTEND:\(time(end))",
            "SUMMARY:" + escaped("\(late)call back \(who)\(row.number ?? "number withheld") (\(row.list))"),
            "DESCRIPTION:" + escaped(details), "CATEGORIES:" + escaped(row.list), "END:VEVENT",
        ]
    }

    private static func time(_ date: Date) -> String {
        date.formatted(
            .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false)
                .timeSeparator(.omitted)) + "Z"
    }

    /// TEXT of RFC 5545 §3.3.11; a control character would end the line or the property.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            case _ where scalar.properties.generalCategory == .control: break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// At most 75 bytes a line, §3.1, never inside a character.
    static func folded(_ line: String) -> String {
        var result = ""
        var bytes = 0
        for scalar in line.unicodeScalars {
            let length = String(scalar).utf8.count
            if bytes + length > 75 {
                result += "\r\n "
                bytes = 1
            }
            result.unicodeScalars.append(scalar)
            bytes += length
        }
        return result
    }
}

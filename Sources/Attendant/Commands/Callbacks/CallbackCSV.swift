import Foundation
import Records

/// Requests for a spreadsheet. Times are UTC, as in JSON.
struct CallbackCSV {
    let text: String

    init(_ rows: [CallbackRow], now: Date) {
        let head = [
            "id", "list", "number", "status", "overdue", "reason", "label", "name", "language", "created", "due",
            "window",
            "next_attempt", "attempts", "connected", "closed", "owner", "note", "asked", "confirmed", "source",
            "dialled",
            "menu", "path", "queue", "voice_note", "call",
        ]
        text = CSVText.lines([head] + rows.map { Self.cells($0, now: now) })
    }

    private static func cells(_ row: CallbackRow, now: Date) -> [String] {
        [
            "\(row.id)", row.list, row.number ?? "", row.status.rawValue, "\(row.isOverdue(at: now))", row.reason,
            row.label,
            row.callerName ?? "", row.language, time(row.created), time(row.due), row.window ?? "",
            time(row.nextAttempt),
            "\(row.attempts)", time(row.connected), time(row.closed), row.owner ?? "", row.note ?? "", "\(row.asked)",
            "\(row.isConfirmed)", row.source, row.dialled ?? "", row.menu, row.path, row.queue ?? "",
            row.voiceNote ?? "",
            row.call,
        ]
    }

    private static func time(_ date: Date?) -> String {
        date?.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false)) ?? ""
    }
}

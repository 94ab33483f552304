import Foundation
import MenuFile

/// `--since`: a moment that is past.
struct SinceWhen {
    let now: Date
    let zone: TimeZone

    /// Reads "today", "yesterday", "90m", "12h", "7d", "2026-03-03" or "2026-03-03 10:00".
    ///
    /// - Throws: `StartError.setting`.
    func moment(_ text: String) throws(StartError) -> Date {
        let today = LocalDateTime(at: now, in: zone).date
        switch text {
        case "today": return midnight(today)
        case "yesterday": return midnight(today.adding(days: -1))
        default: break
        }
        if let ago = ago(text) { return now.addingTimeInterval(-ago) }
        if let moment = try? LocalDateTime(text) { return moment.instant(in: zone) }
        if let day = try? LocalDateTime(text + " 00:00") { return day.instant(in: zone) }
        throw .setting(
            "--since: \"\(PlainText.of(text))\" is no moment; expected \"today\", \"yesterday\", \"90m\", \"12h\", "
                + "\"7d\", \"2026-03-03\" or \"2026-03-03 10:00\"")
    }

    private func midnight(_ date: CivilDate) -> Date { LocalDateTime(date: date, second: 0).instant(in: zone) }

    private func ago(_ text: String) -> TimeInterval? {
        let units: [Character: TimeInterval] = ["m": 60, "h": 3600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
            (0...100_000).contains(count)
        else { return nil }
        return TimeInterval(count) * unit
    }
}

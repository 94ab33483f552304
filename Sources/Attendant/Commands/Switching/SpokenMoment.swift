import Foundation
import MenuFile

/// Moments as people write them on the command line, in the zone of a menu.
struct SpokenMoment {
    let zone: TimeZone
    let now: Date

    /// Reads `--until`: "18:00" (the next time that clocks show it), "tomorrow 8:00", "2026-12-24 11:30".
    ///
    /// - Throws: `StartError.setting` when it is none, or past.
    func until(_ text: String) throws(StartError) -> Date {
        let words = text.split(separator: " ").map(String.init)
        guard let moment = words.count == 1 ? next(words[0]) : named(words) ?? written(text) else {
            throw .setting(
                "--until: \"\(text)\" is no moment; expected \"18:00\", \"tomorrow 8:00\" or \"2026-12-24 11:30\"")
        }
        guard moment > now else {
            throw .setting("--until: \"\(text)\" is past; it is \(shown(now)) in \(zone.identifier)")
        }
        return moment
    }

    /// Reads `--at`: "2026-12-24 11:30", perhaps with seconds and an offset.
    ///
    /// - Throws: `StartError.setting`.
    func at(_ text: String) throws(StartError) -> Date {
        guard let moment = written(text) else {
            throw .setting(
                "--at: \"\(text)\" is no moment; expected \"2026-12-24 11:30\", perhaps with seconds and +01:00")
        }
        return moment
    }

    /// "Thu 2026-12-24 18:00", as a clock in the zone shows it.
    func shown(_ date: Date) -> String {
        let local = LocalDateTime(at: date, in: zone)
        let clock = [local.hour, local.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(local.date.weekday.englishName.prefix(3)) \(local.date) \(clock)"
    }

    /// "2026-12-24T18:00:00+01:00", for machines.
    func written(_ date: Date) -> String { "\(LocalDateTime(at: date, in: zone))" }

    /// The next moment at which clocks show a time of day, today or tomorrow.
    private func next(_ time: String) -> Date? {
        guard let second = Self.second(of: time) else { return written(time) }
        let moments = [0, 1].map { moment(today.adding(days: $0), second) }
        return moments.first { $0 > now }
    }

    private func named(_ words: [String]) -> Date? {
        guard words.count == 2, let days = ["today": 0, "tomorrow": 1][words[0].lowercased()],
            let second = Self.second(of: words[1])
        else { return nil }
        return moment(today.adding(days: days), second)
    }

    private func written(_ text: String) -> Date? {
        guard let local = try? LocalDateTime(Self.padded(text)), Self.years.contains(local.date.year) else {
            return nil
        }
        return local.instant(in: zone)
    }

    /// Zones and holidays of other centuries are guesses.
    private static let years = 1970...2199

    /// "8:30" after a date as well: `LocalDateTime` wants two digits.
    private static func padded(_ text: String) -> String {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
        guard parts.count == 2, parts[1].prefix(while: \.isWholeNumber).count == 1 else { return text }
        return "\(parts[0]) 0\(parts[1])"
    }

    private var today: CivilDate { LocalDateTime(at: now, in: zone).date }

    private func moment(_ day: CivilDate, _ second: Int) -> Date {
        let date = second == 86_400 ? day.adding(days: 1) : day
        return LocalDateTime(date: date, second: second % 86_400).instant(in: zone)
    }

    /// Seconds after midnight of "8:00" to "24:00".
    private static func second(of text: String) -> Int? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, (1...2).contains(fields[0].utf8.count), fields[1].utf8.count == 2,
            fields.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(fields[0]), let minute = Int(fields[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        return (hour * 60 + minute) * 60
    }
}

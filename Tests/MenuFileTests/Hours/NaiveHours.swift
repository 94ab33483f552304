import Foundation

/// A second reading of §3.5, written apart from the first and as plainly as possible: strings, Foundation's calendar,
/// one minute at a time.
struct NaiveHours {
    let rules: [(String, String)]
    let holidays: [String]
    let holidayValue: String
    let calendar: Calendar

    init(rules: [(String, String)], holidays: [String], holidayValue: String, zone: TimeZone) {
        self.rules = rules
        self.holidays = holidays
        self.holidayValue = holidayValue
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// Western Easter, from the almanac.
    static let easter = [
        2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28", 2028: "2028-04-16",
        2029: "2029-04-01", 2030: "2030-04-21", 2031: "2031-04-13", 2032: "2032-03-28", 2033: "2033-04-17",
        2034: "2034-04-09", 2035: "2035-03-25", 2036: "2036-04-13",
    ]
    static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// What the wall clock shows, as text and as minutes.
    struct Wall: Hashable {
        var day: String
        var yesterday: String
        var minute: Int
    }

    func wall(at date: Date) -> Wall {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let day = Self.text(parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
        return Wall(
            day: day, yesterday: Self.shifted(day, by: -1), minute: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
    }

    func isOpen(at date: Date, spans: (String) -> [(Int, Int)]) -> Bool {
        let wall = wall(at: date)
        return spans(wall.day).contains { $0.0 <= wall.minute && wall.minute < $0.1 }
            || spans(wall.yesterday).contains { $0.0 <= wall.minute + 1440 && wall.minute + 1440 < $0.1 }
    }

    /// The spans of a day in minutes; ends past midnight count on.
    func spans(of day: String) -> [(Int, Int)] {
        let value = value(of: day)
        if value == "closed" { return [] }
        if value == "all day" { return [(0, 1440)] }
        return value.components(separatedBy: ",").map { part in
            let times = part.components(separatedBy: "-").map { time in
                let fields = time.trimmingCharacters(in: .whitespaces).components(separatedBy: ":").map { Int($0) ?? 0 }
                return fields[0] * 60 + (fields.count > 1 ? fields[1] : 0)
            }
            return (times[0], times[1] <= times[0] ? times[1] + 1440 : times[1])
        }
    }

    private func value(of day: String) -> String {
        if let exact = best(rules.map(\.0), on: day, levels: ["exact"]) { return rules[exact].1 }
        if let yearly = best(rules.map(\.0), on: day, levels: ["yearly"]) { return rules[yearly].1 }
        if holidayValue != "ignore", best(holidays, on: day, levels: ["exact", "yearly"]) != nil {
            return holidayValue
        }
        return best(rules.map(\.0), on: day, levels: ["week"]).map { rules[$0].1 } ?? "closed"
    }

    private func best(_ keys: [String], on day: String, levels: [String]) -> Int? {
        var found: (index: Int, width: Int)?
        for (index, key) in keys.enumerated() {
            guard let (level, width) = match(key, day), levels.contains(level) else { continue }
            if let old = found, old.width <= width { continue }
            found = (index, width)
        }
        return found?.index
    }

    /// The level and the count of days of a key that holds on that day.
    private func match(_ key: String, _ day: String) -> (String, Int)? {
        if key == "every day" { return ("week", 1000) }
        if key.hasPrefix("easter") {
            let shift = Int(key.dropFirst(6)) ?? 0
            let years = [-1, 0, 1].map { (Int(day.prefix(4)) ?? 0) + $0 }
            return years.contains { Self.easter[$0].map { Self.shifted($0, by: shift) } == day } ? ("yearly", 1) : nil
        }
        if key.contains("..") {
            let ends = key.components(separatedBy: "..")
            return ends[0] <= day && day <= ends[1] ? ("exact", Self.count(ends[0], ends[1])) : nil
        }
        if key.count == 10 { return key == day ? ("exact", 1) : nil }
        if key.count == 5 { return day.hasSuffix(key) ? ("yearly", 1) : nil }
        let names = key.components(separatedBy: "-")
        var listed = [names[0]]
        while listed.last != names.last {
            listed.append(Self.days[((Self.days.firstIndex(of: listed.last ?? "") ?? 0) + 1) % 7])
        }
        return listed.contains(Self.weekday(day)) ? ("week", listed.count) : nil
    }

    private static let utc: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private static func date(_ day: String) -> Date {
        let fields = day.components(separatedBy: "-").map { Int($0) ?? 0 }
        return utc.date(from: DateComponents(year: fields[0], month: fields[1], day: fields[2], hour: 12))
            ?? .distantPast
    }

    static func shifted(_ day: String, by days: Int) -> String {
        let parts = utc.dateComponents(
            [.year, .month, .day], from: date(day).addingTimeInterval(Double(days) * 86_400))
        return text(parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    private static func weekday(_ day: String) -> String { days[(utc.component(.weekday, from: date(day)) + 5) % 7] }

    private static func count(_ from: String, _ to: String) -> Int {
        Int(date(to).timeIntervalSince(date(from)) / 86_400) + 1
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}

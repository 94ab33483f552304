import Foundation
import MenuFile
import Testing

/// The hours against `NaiveHours`: over ten years in four zones, among them one whose clock moves by half an hour and
/// one whose clock moves at midnight.
@Suite("Hours against a second reading of the rules")
struct HoursPropertyTests {
    static let zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"]

    @Test("agree at any minute of ten years", arguments: zones)
    func anyMinute(zone: String) throws {
        var random = SeededRandom(seed: 21)
        for _ in 0..<25 {
            var pair = try Pair(zone: zone, using: &random)
            for _ in 0..<50 {
                try pair.compare(
                    at: Pair.start.addingTimeInterval(Double(Int.random(in: 0..<5_200_000, using: &random)) * 60))
            }
        }
    }

    @Test("agree at every minute of the days on which the clock changes", arguments: zones)
    func clockChanges(zone: String) throws {
        var random = SeededRandom(seed: 22)
        let timeZone = try #require(TimeZone(identifier: zone))
        let first = try #require(timeZone.nextDaylightSavingTimeTransition(after: Pair.start))
        let second = try #require(timeZone.nextDaylightSavingTimeTransition(after: first))
        for change in [first, second] {
            var pair = try Pair(zone: zone, nightly: true, using: &random)
            for minute in -1500..<1500 { try pair.compare(at: change.addingTimeInterval(Double(minute) * 60)) }
        }
    }

    @Test("agree on when they change, minute by minute, also across clock changes", arguments: zones)
    func changes(zone: String) throws {
        var random = SeededRandom(seed: 23)
        let timeZone = try #require(TimeZone(identifier: zone))
        var change = Pair.start
        for _ in 0..<6 {
            change = try #require(timeZone.nextDaylightSavingTimeTransition(after: change))
            var pair = try Pair(zone: zone, nightly: true, using: &random)
            try pair.compareChanges(from: change.addingTimeInterval(-86_400), minutes: 2 * 1440)
        }
    }

    /// Rules of every kind, so that each level decides some of the days.
    private static let everyKind = [
        ("mon-fri", "8:00-12:30, 13:00-17:00"), ("sat", "9-12"), ("fri-sun", "22:00-2:30"), ("every day", "closed"),
        ("12-24", "8-12"), ("easter+1", "10-11"), ("2028-08-03..2028-08-20", "closed"),
        ("2030-03-31", "1:15-1:45, 2:15-4"),
    ]

    @Test("agree on every change of ten years, and on minutes between them", arguments: zones)
    func tenYears(zone: String) throws {
        var random = SeededRandom(seed: 24)
        var pair = try Pair(zone: zone, using: &random).with(Self.everyKind)
        var moment = Pair.start
        var changes = 0
        while moment < Pair.end {
            let state = pair.hours.state(at: moment)
            let until = try #require(state.until)
            try pair.expect(state.isOpen, at: until.addingTimeInterval(-60))
            try pair.expect(!state.isOpen, at: until)
            if changes.isMultiple(of: 4) {
                let minutes = Int(until.timeIntervalSince(moment) / 60)
                let minute = Int.random(in: 0..<max(minutes, 1), using: &random)
                try pair.expect(state.isOpen, at: moment.addingTimeInterval(Double(minute) * 60))
            }
            moment = until
            changes += 1
        }
        #expect(changes > 10_000)
    }

    @Test("agree while a switch stands, and after it", arguments: zones)
    func switches(zone: String) throws {
        var random = SeededRandom(seed: 25)
        for _ in 0..<40 {
            var pair = try Pair(zone: zone, nightly: Bool.random(using: &random), using: &random)
            let until = Pair.start.addingTimeInterval(Double(Int.random(in: 0..<5_000_000, using: &random)) * 60)
            let hourSwitch = HourSwitch(isOpen: Bool.random(using: &random), until: until)
            let hours = OfficeHours(
                schedule: pair.hours.schedule, holidays: pair.hours.holidays, timeZone: pair.hours.timeZone,
                switch: hourSwitch)
            for minute in [-200_000, -1, 0, 1, 60, 100_000] {
                let date = until.addingTimeInterval(Double(minute) * 60)
                #expect(hours.isOpen(at: date) == (minute < 0 ? hourSwitch.isOpen : pair.isOpenNaively(at: date)))
            }
            let end = hours.state(at: until.addingTimeInterval(-3600)).until
            if pair.isOpenNaively(at: until) != hourSwitch.isOpen { #expect(end == until) }
            if let end { #expect(end >= until) }
        }
    }
}

/// The same random hours in both implementations.
struct Pair {
    /// 2025-06-01 00:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_748_736_000)
    /// Ten years later.
    static let end = Date(timeIntervalSince1970: 1_748_736_000 + 10 * 365.25 * 86_400)

    let hours: OfficeHours
    let naive: NaiveHours
    private var cache: [String: [(Int, Int)]] = [:]

    init(zone: String, nightly: Bool = false, using random: inout SeededRandom) throws {
        var rules: [(String, String)] = []
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            rules.append((Self.key(using: &random), Self.value(nightly: nightly, using: &random)))
        }
        if nightly { rules.append(("every day", Self.value(nightly: true, using: &random))) }
        let holidays = (0..<Int.random(in: 0...5, using: &random)).map { _ in Self.date(using: &random) }
        let holidayValue = ["closed", "ignore", "9-12, 23:00-1:30"].randomElement(using: &random) ?? "closed"
        try self.init(
            rules: rules, holidays: holidays, holidayValue: holidayValue,
            zone: try #require(TimeZone(identifier: zone)))
    }

    private init(rules: [(String, String)], holidays: [String], holidayValue: String, zone timeZone: TimeZone) throws {
        let schedule = Schedule(
            name: "office", rules: try rules.map { ScheduleRule(day: try DayKey($0.0), spans: try DaySpans($0.1)) },
            holidays: try HolidayRule(holidayValue))
        hours = OfficeHours(
            schedule: schedule, holidays: try holidays.map { Holiday(day: try DayKey($0), name: $0) },
            timeZone: timeZone)
        naive = NaiveHours(rules: rules, holidays: holidays, holidayValue: holidayValue, zone: timeZone)
    }

    /// The same holidays with other rules.
    func with(_ rules: [(String, String)]) throws -> Pair {
        try Pair(rules: rules, holidays: naive.holidays, holidayValue: naive.holidayValue, zone: hours.timeZone)
    }

    mutating func expect(_ isOpen: Bool, at date: Date) throws {
        if isOpenNaively(at: date) != isOpen { Issue.record("\(naive.rules) at \(date): \(isOpen)") }
    }

    mutating func compare(at date: Date) throws {
        let (one, two) = (hours.isOpen(at: date), isOpenNaively(at: date))
        if one != two { Issue.record("\(naive.rules) \(naive.holidays) \(naive.holidayValue) at \(date): \(one)") }
    }

    /// Walks on by minutes and expects `until` and `nextOpening` of the first minute to be what is met.
    mutating func compareChanges(from start: Date, minutes: Int) throws {
        let states = (0...minutes).map { isOpenNaively(at: start.addingTimeInterval(Double($0) * 60)) }
        for minute in stride(from: 0, to: minutes, by: 97) {
            let state = hours.state(at: start.addingTimeInterval(Double(minute) * 60))
            let until = states[minute...].firstIndex { $0 != states[minute] }
            let opening = until.flatMap { states[minute] ? states[$0...].firstIndex(of: true) : $0 }
            #expect(state.isOpen == states[minute])
            expect(state.until, index: until, start: start, minutes: minutes)
            if !states[minute] || until != nil {
                expect(state.nextOpening, index: opening, start: start, minutes: minutes)
            }
        }
    }

    /// A change is where the walk met it; where the walk met none there is none, or a later one.
    private func expect(_ date: Date?, index: Int?, start: Date, minutes: Int) {
        let met = index.map { start.addingTimeInterval(Double($0) * 60) }
        let end = start.addingTimeInterval(Double(minutes) * 60)
        #expect(date == met || (met == nil && (date ?? .distantFuture) > end), "\(naive.rules)")
    }

    mutating func isOpenNaively(at date: Date) -> Bool {
        let wall = naive.wall(at: date)
        for day in [wall.day, wall.yesterday] where cache[day] == nil { cache[day] = naive.spans(of: day) }
        return naive.isOpen(at: date) { cache[$0] ?? [] }
    }

    private static func key(using random: inout SeededRandom) -> String {
        let days = NaiveHours.days
        switch Int.random(in: 0...5, using: &random) {
        case 0: return "every day"
        case 1, 2:
            let (from, to) = (days.randomElement(using: &random) ?? "mon", days.randomElement(using: &random) ?? "mon")
            return from == to ? from : "\(from)-\(to)"
        default: return date(using: &random)
        }
    }

    private static func date(using random: inout SeededRandom) -> String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
        let exact = "\(Int.random(in: 2025...2035, using: &random))-\(two(month))-\(two(day))"
        switch Int.random(in: 0...3, using: &random) {
        case 0: return exact
        case 1: return "\(exact)..\(NaiveHours.shifted(exact, by: Int.random(in: 0...40, using: &random)))"
        case 2: return "\(two(month))-\(two(day))"
        default:
            let shift = Int.random(in: -60...60, using: &random)
            return shift < 0 ? "easter\(shift)" : "easter+\(shift)"
        }
    }

    private static func value(nightly: Bool, using random: inout SeededRandom) -> String {
        if !nightly, Int.random(in: 0...4, using: &random) == 0 { return "closed" }
        if Int.random(in: 0...9, using: &random) == 0 { return "all day" }
        return (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let start = Int.random(in: 0...(nightly ? 12 : 95), using: &random) * 15
            let end = Int.random(in: 0...95, using: &random) * 15
            return
                "\(start / 60):\(start % 60 < 10 ? "0" : "")\(start % 60)-\(end / 60):\(end % 60 < 10 ? "0" : "")\(end % 60)"
        }.joined(separator: ", ")
    }
}

import Foundation
import MenuFile
import Testing

/// Hours from the strings of a menu file, in a zone.
func hours(
    _ rules: [(String, String)], holidays: [(String, String)] = [], holidayRule: HolidayRule = .closed,
    zone: String = "Europe/London", switch hourSwitch: HourSwitch? = nil
) throws -> OfficeHours {
    let schedule = Schedule(
        name: "office", rules: try rules.map { ScheduleRule(day: try DayKey($0.0), spans: try DaySpans($0.1)) },
        holidays: holidayRule)
    return OfficeHours(
        schedule: schedule, holidays: try holidays.map { Holiday(day: try DayKey($0.0), name: $0.1) },
        timeZone: try #require(TimeZone(identifier: zone)), switch: hourSwitch)
}

extension OfficeHours {
    func state(at text: String) throws -> HoursState { state(at: try LocalDateTime(text).instant(in: timeZone)) }
    func wall(_ date: Date?) -> String? { date.map { LocalDateTime(at: $0, in: timeZone).description } }
}

@Suite("Office hours")
struct OfficeHoursTests {
    static let heating: [(String, String)] = [
        ("mon-fri", "8:00-17:00"), ("sat", "9:00-12:00"), ("2026-12-24", "8:00-12:00"),
        ("2026-08-03..2026-08-07", "closed"),
    ]
    static let british: [(String, String)] = [
        ("01-01", "New Year's Day"), ("easter-2", "Good Friday"), ("easter+1", "Easter Monday"),
        ("12-25", "Christmas Day"), ("12-26", "Boxing Day"),
    ]

    @Test(
        "of the heating firm",
        arguments: [
            ("2026-03-03 10:00", true, "open because Tuesday is 8:00-17:00", "2026-03-04T08:00:00+00:00"),
            ("2026-03-03 17:00", false, "closed because Tuesday is 8:00-17:00", "2026-03-04T08:00:00+00:00"),
            ("2026-03-07 14:00", false, "closed because Saturday is 9:00-12:00", "2026-03-09T08:00:00+00:00"),
            ("2026-03-08 14:00", false, "closed because Sunday has no hours", "2026-03-09T08:00:00+00:00"),
            (
                "2026-12-25 11:00", false, "closed because 2026-12-25 is a holiday (Christmas Day)",
                "2026-12-28T08:00:00+00:00"
            ),
            ("2026-12-24 11:59", true, "open because 2026-12-24 is 8:00-12:00", "2026-12-28T08:00:00+00:00"),
            ("2026-12-24 12:00", false, "closed because 2026-12-24 is 8:00-12:00", "2026-12-28T08:00:00+00:00"),
            (
                "2026-08-05 10:00", false, "closed because 2026-08-03..2026-08-07 is closed",
                "2026-08-08T09:00:00+01:00"
            ),
            (
                "2026-04-03 10:00", false, "closed because 2026-04-03 is a holiday (Good Friday)",
                "2026-04-04T09:00:00+01:00"
            ),
            ("2026-03-27 17:30", false, "closed because Friday is 8:00-17:00", "2026-03-28T09:00:00+00:00"),
        ])
    func heating(at: String, open: Bool, why: String, next: String) throws {
        let hours = try hours(Self.heating, holidays: Self.british)
        let state = try hours.state(at: at)
        #expect(state.isOpen == open)
        #expect(state.why == why)
        #expect(hours.wall(state.nextOpening) == next)
    }

    @Test(
        "one level decides, and in it the narrowest key",
        arguments: [
            ([("mon-fri", "8-17"), ("wed", "10-12")], "2026-03-04 09:00", false),
            ([("every day", "8-17"), ("sun", "closed")], "2026-03-08 09:00", false),
            ([("every day", "closed"), ("mon-sun", "8-17")], "2026-03-08 09:00", true),
            ([("2026-12-24..2026-12-31", "closed"), ("2026-12-28", "9-12")], "2026-12-28 10:00", true),
            ([("2026-12-01..2026-12-31", "closed"), ("2026-12-27..2026-12-29", "9-12")], "2026-12-28 10:00", true),
            ([("04-05", "closed"), ("easter", "9-12")], "2026-04-05 10:00", false),
            ([("easter", "9-12"), ("04-05", "closed")], "2026-04-05 10:00", true),
            ([("04-05", "closed"), ("2026-04-01..2026-04-10", "9-12")], "2026-04-05 10:00", true),
            ([("fri-mon", "closed"), ("sat-sun", "9-12")], "2026-03-07 10:00", true),
            ([("fri-mon", "9-12"), ("tue-thu", "closed")], "2026-03-09 10:00", true),
            ([("02-29", "9-12")], "2028-02-29 10:00", true),
            ([("02-29", "9-12")], "2026-03-01 10:00", false),
        ] as [([(String, String)], String, Bool)])
    func levels(rules: [(String, String)], at: String, open: Bool) throws {
        #expect(try hours(rules).state(at: at).isOpen == open)
    }

    @Test("a holiday closes, is ignored or has its own hours; a written day stands over it")
    func holidays() throws {
        let rules = [("every day", "8-17"), ("2026-12-26", "10-11")]
        let at = "2026-12-25 08:30"
        #expect(try !hours(rules, holidays: Self.british).state(at: at).isOpen)
        #expect(try hours(rules, holidays: Self.british, holidayRule: .ignore).state(at: at).isOpen)
        let special = try hours(rules, holidays: Self.british, holidayRule: HolidayRule("8-9"))
        #expect(
            try special.state(at: at).why
                == "open because 2026-12-25 is a holiday (Christmas Day) with hours 8:00-9:00")
        #expect(try special.state(at: at).holiday == "Christmas Day")
        let boxing = try hours(rules, holidays: Self.british).state(at: "2026-12-26 10:30")
        #expect(boxing.isOpen)
        #expect(boxing.holiday == "Boxing Day")
    }

    @Test("a span past midnight belongs to the day it begins")
    func overnight() throws {
        let hours = try hours([("fri", "22:00-4:00"), ("sat", "closed")])
        let night = try hours.state(at: "2026-03-07 03:59")
        #expect(night.isOpen)
        #expect(night.why == "open because Friday is 22:00-4:00")
        #expect(hours.wall(night.until) == "2026-03-07T04:00:00+00:00")
        #expect(try !hours.state(at: "2026-03-06 03:00").isOpen)
        #expect(try !hours.state(at: "2026-03-07 04:00").isOpen)
        #expect(try !hours.state(at: "2026-03-08 03:00").isOpen)
    }

    @Test("adjoining spans are one, and all day every day never closes")
    func union() throws {
        let joined = try hours([("every day", "22-6, 6-8, 7-9")])
        let state = try joined.state(at: "2026-03-07 23:00")
        #expect(joined.wall(state.until) == "2026-03-08T09:00:00+00:00")
        #expect(joined.wall(state.nextOpening) == "2026-03-08T22:00:00+00:00")
        let always = try hours([("every day", "8-8")]).state(at: "2026-03-07 23:00")
        #expect(always.isOpen)
        #expect(always.until == nil)
        #expect(always.nextOpening == nil)
    }

    @Test("are never open when no day of the next 370 has a span")
    func never() throws {
        let now = try LocalDateTime("2026-03-03 10:00").instant(in: .gmt)
        #expect(try !hours([("every day", "closed")]).isEverOpen(from: now))
        #expect(try !hours([("2025-03-03", "8-9")]).isEverOpen(from: now))
        #expect(try hours([("2027-03-03", "8-9")]).isEverOpen(from: now))
        #expect(try hours([("03-03", "9-10")]).isEverOpen(from: now))
        #expect(try !hours([("2026-03-29", "1:15-1:45")]).isEverOpen(from: now))
        #expect(try hours([("every day", "closed")]).state(at: now).nextOpening == nil)
    }
}

import Foundation
import MenuFile
import Testing

@Suite("Office hours when the clock changes or somebody switches them")
struct OfficeHoursClockTests {
    @Test(
        "a time skipped in spring begins after the gap, a repeated one counts twice",
        arguments: [
            ("2:30-5:00", "2026-03-29T00:00+01:00", "2026-03-29T03:00:00+02:00"),
            ("2:15-2:45", "2026-03-29T00:00+01:00", "2026-03-30T02:15:00+02:00"),
            ("2:30-3:30", "2026-10-25T00:00+02:00", "2026-10-25T02:30:00+02:00"),
            ("2:30-3:30", "2026-10-25T02:59+02:00", "2026-10-25T02:30:00+01:00"),
            ("2:30-3:30", "2026-10-25T02:40+01:00", "2026-10-26T02:30:00+01:00"),
        ])
    func clockChange(spans: String, at: String, next: String) throws {
        let hours = try hours([("every day", spans)], zone: "Europe/Warsaw")
        #expect(try hours.wall(hours.state(at: at).nextOpening) == next)
    }

    @Test("a span begun in the repeated hour closes when the clock goes back and opens again")
    func repeated() throws {
        let hours = try hours([("every day", "2:30-3:30")], zone: "Europe/Warsaw")
        let first = try hours.state(at: "2026-10-25 02:40+02:00")
        #expect(hours.wall(first.until) == "2026-10-25T02:00:00+01:00")
        #expect(try !hours.state(at: "2026-10-25 02:10+01:00").isOpen)
        #expect(try hours.state(at: "2026-10-25 03:29+01:00").isOpen)
    }

    @Test("a switch stands over everything until its time")
    func switched() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        let until = try LocalDateTime("2026-03-04 09:30").instant(in: zone)
        let rules = [("mon-fri", "8-17")]
        let closed = try hours(rules, switch: HourSwitch(isOpen: false, until: until))
        let state = try closed.state(at: "2026-03-03 10:00")
        #expect(!state.isOpen)
        #expect(state.why == "closed because it was switched closed until 2026-03-04T09:30:00+00:00")
        #expect(state.nextOpening == until)
        #expect(try closed.state(at: "2026-03-04 09:30").isOpen)
        let open = try hours(rules, switch: HourSwitch(isOpen: true, until: until))
        let night = try open.state(at: "2026-03-03 20:00")
        #expect(night.isOpen)
        #expect(open.wall(night.until) == "2026-03-04T17:00:00+00:00")
        #expect(open.wall(night.nextOpening) == "2026-03-05T08:00:00+00:00")
    }

    @Test("a sticky switch stays")
    func sticky() throws {
        let closed = try hours([("mon-fri", "8-17")], switch: HourSwitch(isOpen: false))
        let state = try closed.state(at: "2026-03-03 10:00")
        #expect(!state.isOpen)
        #expect(state.nextOpening == nil)
        #expect(state.why == "closed because it was switched closed")
        #expect(closed.isEverOpen(from: Date(timeIntervalSince1970: 1_772_532_000)))
    }

    @Test(
        "a local date-time names one instant",
        arguments: [
            ("2026-03-03 18:00", "2026-03-03T18:00:00+01:00"), ("2026-03-03T18:00:07", "2026-03-03T18:00:07+01:00"),
            ("2026-03-29 02:30", "2026-03-29T03:00:00+02:00"), ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00"),
            ("2026-10-25 02:30+01:00", "2026-10-25T02:30:00+01:00"), ("2026-07-01 12:00Z", "2026-07-01T14:00:00+02:00"),
            ("2026-07-01 12:00-05:30", "2026-07-01T19:30:00+02:00"),
        ])
    func localDateTime(text: String, wall: String) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Warsaw"))
        #expect(LocalDateTime(at: try LocalDateTime(text).instant(in: zone), in: zone).description == wall)
    }

    @Test("a day that a zone left out is the instant after it")
    func skippedDay() throws {
        let zone = try #require(TimeZone(identifier: "Pacific/Apia"))
        let instant = try LocalDateTime("2011-12-30 12:00").instant(in: zone)
        #expect(LocalDateTime(at: instant, in: zone).description == "2011-12-31T00:00:00+14:00")
    }

    @Test(
        "a wrong local date-time is refused",
        arguments: [
            ("2026-03-03", HoursError.badDate("2026-03-03")), ("2026-02-30 10:00", .badDate("2026-02-30 10:00")),
            ("2026-03-03 24:00", .badTime("2026-03-03 24:00")), ("2026-03-03 8:00", .badTime("2026-03-03 8:00")),
            ("2026-03-03 10:00+15:00", .badTime("2026-03-03 10:00+15:00")), ("", .badDate("")),
            ("2026-03-03 10:00:00:00", .badTime("2026-03-03 10:00:00:00")),
            ("2026-03-03  10:00", .badTime("2026-03-03  10:00")),
        ])
    func wrong(text: String, error: HoursError) {
        #expect(throws: error) { try LocalDateTime(text) }
    }
}

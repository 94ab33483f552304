import Foundation
import MenuFile
import Testing

@testable import Attendant

@Suite("Moments on the command line")
struct SpokenMomentTests {
    /// Tuesday, 2026-03-03 17:00 in London.
    private static let now = Date(timeIntervalSince1970: 1_772_557_200)

    private func moment(_ zone: String = "Europe/London", now: Date = now) throws -> SpokenMoment {
        SpokenMoment(zone: try #require(TimeZone(identifier: zone)), now: now)
    }

    @Test(
        "until: a time of day is the next one that clocks show, a date is that date",
        arguments: [
            ("18:00", "2026-03-03T18:00:00+00:00"), ("17:01", "2026-03-03T17:01:00+00:00"),
            ("17:00", "2026-03-04T17:00:00+00:00"), ("8:00", "2026-03-04T08:00:00+00:00"),
            ("24:00", "2026-03-04T00:00:00+00:00"), ("0:00", "2026-03-04T00:00:00+00:00"),
            ("today 23:59", "2026-03-03T23:59:00+00:00"), ("tomorrow 8:00", "2026-03-04T08:00:00+00:00"),
            ("Tomorrow 08:00", "2026-03-04T08:00:00+00:00"), ("tomorrow 24:00", "2026-03-05T00:00:00+00:00"),
            ("2026-12-24 11:30", "2026-12-24T11:30:00+00:00"), ("2026-12-24T11:30", "2026-12-24T11:30:00+00:00"),
            ("2026-12-24 8:30", "2026-12-24T08:30:00+00:00"), ("2026-07-01 8:30", "2026-07-01T08:30:00+01:00"),
            ("2026-07-01 08:30:15Z", "2026-07-01T09:30:15+01:00"),
            // A time that spring skips begins after the gap.
            ("2026-03-29 1:30", "2026-03-29T02:00:00+01:00"),
        ])
    func until(text: String, expected: String) throws {
        let moment = try moment()
        #expect(moment.written(try moment.until(text)) == expected)
    }

    @Test("the menu's zone counts, not the machine's")
    func zone() throws {
        let moment = try moment("Asia/Shanghai")
        #expect(moment.written(try moment.until("1:30")) == "2026-03-04T01:30:00+08:00")
        #expect(moment.written(try moment.until("tomorrow 0:30")) == "2026-03-05T00:30:00+08:00")
    }

    @Test(
        "what is no moment is refused with what was expected",
        arguments: [
            "", "soon", "25:00", "8:60", "8", "800", "8:0", "-8:00", "24:01", "yesterday 8:00", "tomorrow",
            "tomorrow 25:00",
            "2026-02-30 8:00", "2026-12-24", "18:00 tomorrow", "١٨:٠٠", "2026-12-24 11:30 please",
        ])
    func wrong(text: String) throws {
        let expected = StartError.setting(
            "--until: \"\(text)\" is no moment; expected \"18:00\", \"tomorrow 8:00\" or \"2026-12-24 11:30\"")
        let moment = try moment()
        #expect(throws: expected) { try moment.until(text) }
    }

    @Test("what is past is refused, and says what time it is")
    func past() throws {
        let moment = try moment()
        for text in ["2026-03-03 16:59", "today 8:00", "2026-03-03 17:00"] {
            #expect(
                throws: StartError.setting("--until: \"\(text)\" is past; it is Tue 2026-03-03 17:00 in Europe/London")
            ) { try moment.until(text) }
        }
    }

    @Test("at: any moment, past or not")
    func at() throws {
        let moment = try moment()
        #expect(moment.written(try moment.at("2020-01-01 9:05")) == "2020-01-01T09:05:00+00:00")
        #expect(moment.written(try moment.at("2026-12-24 11:30:05+01:00")) == "2026-12-24T10:30:05+00:00")
        for text in ["11:30", "tomorrow 8:00", "x"] { #expect(throws: StartError.self) { try moment.at(text) } }
    }
}

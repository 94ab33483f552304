import Foundation
import MenuFile
import Testing

/// `{open.next}` and `{open.until}` from the hours to the words.
@Suite("When it opens next, in words")
struct OpeningWordsTests {
    private func hours(_ rules: [(String, String)], holidays: [String] = []) throws -> OfficeHours {
        let schedule = Schedule(
            name: "office", rules: try rules.map { ScheduleRule(day: try DayKey($0.0), spans: try DaySpans($0.1)) })
        return OfficeHours(
            schedule: schedule, holidays: try holidays.map { Holiday(day: try DayKey($0), name: $0) },
            timeZone: try #require(TimeZone(identifier: "Europe/London")))
    }

    private func next(_ hours: OfficeHours, at text: String, _ language: String = "en") throws -> String {
        let now = try LocalDateTime(text).instant(in: hours.timeZone)
        let opening = try #require(hours.state(at: now).nextOpening)
        let pack = try #require(LanguagePack.pack(for: language))
        return pack.spokenMoment(
            LocalDateTime(at: opening, in: hours.timeZone), today: LocalDateTime(at: now, in: hours.timeZone).date)
    }

    @Test(
        "today, tomorrow, on a weekday, on a weekday with its date",
        arguments: [
            ("2026-03-03 07:00", "today at 8"), ("2026-03-03 12:45", "today at 13"),
            ("2026-03-03 18:00", "tomorrow at 8"),
            ("2026-03-06 18:00", "tomorrow at 9"), ("2026-03-07 13:00", "on Monday at 8"),
            ("2026-03-08 23:59", "tomorrow at 8"),
            ("2026-03-03 10:00", "today at 13"), ("2026-08-07 18:00", "on Monday, 17 August at 8"),
            ("2026-08-11 10:00", "on Monday at 8"), ("2026-12-24 18:00", "on Monday at 8"),
        ])
    func english(at moment: String, words: String) throws {
        let hours = try hours(
            [
                ("mon-fri", "8:00-12:30, 13:00-17:00"), ("sat", "9-12"), ("2026-08-08..2026-08-16", "closed"),
                ("2026-12-26", "closed"),
            ], holidays: ["12-25"])
        #expect(try next(hours, at: moment) == words)
    }

    @Test(
        "a midnight is hour 0 of its own day",
        arguments: [("en", "on Monday at 0"), ("pl", "w poniedziałek o zerowej"), ("de", "am Montag um 0 Uhr")])
    func midnight(language: String, words: String) throws {
        let hours = try hours([("mon", "0-8")])
        #expect(try next(hours, at: "2026-03-04 12:00", language) == words)
    }

    @Test("an opening in the hour that spring skips is told by the first time after it")
    func skipped() throws {
        let hours = try hours([("sun", "1:30-5")])
        #expect(try next(hours, at: "2026-03-28 12:00") == "tomorrow at 2")
    }
}

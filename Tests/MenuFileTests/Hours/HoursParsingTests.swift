import MenuFile
import Testing

@Suite("Hours as they are written")
struct HoursParsingTests {
    @Test("every form of day key is read")
    func dayKeys() throws {
        #expect(try DayKey("every day") == .everyDay)
        #expect(try DayKey("sat") == .weekdays(.saturday, .saturday))
        #expect(try DayKey("fri-mon") == .weekdays(.friday, .monday))
        #expect(try DayKey("mon - fri") == .weekdays(.monday, .friday))
        #expect(try DayKey("2026-12-24") == .date(#require(CivilDate(year: 2026, month: 12, day: 24))))
        #expect(
            try DayKey("2026-08-03..2026-08-07")
                == .dates(#require(CivilDate("2026-08-03")), #require(CivilDate("2026-08-07"))))
        #expect(try DayKey("02-29") == .yearly(month: 2, day: 29))
        #expect(try DayKey("easter") == .easter(0))
        #expect(try DayKey("easter-2") == .easter(-2))
        #expect(try DayKey("easter+60") == .easter(60))
    }

    @Test(
        "a wrong day key says what is wrong with it",
        arguments: [
            ("satt", HoursError.badKey("satt")), ("Mon", .badKey("Mon")), ("", .badKey("")),
            ("mon-", .badKey("mon-")), ("mon-tue-wed", .badKey("mon-tue-wed")), ("easter1", .badKey("easter1")),
            ("easter+", .badKey("easter+")), ("easter+999", .badDate("easter+999")),
            ("12-24..01-02", .badKey("12-24..01-02")),
            ("2026-02-30", .badDate("2026-02-30")), ("2026-13-01", .badDate("2026-13-01")),
            ("02-30", .badDate("02-30")),
            ("2026-08-07..2026-08-03", .badDate("2026-08-07..2026-08-03")), ("2026-8-3", .badKey("2026-8-3")),
            ("2026-08-03..2026-08-32", .badDate("2026-08-03..2026-08-32")), ("holidays", .badKey("holidays")),
        ])
    func wrongKeys(text: String, error: HoursError) {
        #expect(throws: error) { try DayKey(text) }
    }

    @Test(
        "spans are read and written again",
        arguments: [
            ("8:00-12:30, 13:00-17:00", "8:00-12:30, 13:00-17:00"), ("9-12", "9:00-12:00"),
            ("08:00 - 8", "8:00-8:00"), ("22:00-4:00", "22:00-4:00"), ("17-24:00", "17:00-24:00"),
            ("0-24", "all day"), ("all day", "all day"), ("closed", "closed"), ("0:00-0:00", "all day"),
            ("22-0", "22:00-24:00"),
        ])
    func spans(text: String, written: String) throws {
        #expect(try DaySpans(text).description == written)
    }

    @Test(
        "a wrong time is refused",
        arguments: [
            "", "8", "8-", "8-25", "24:00-8", "8:5-9", "8.00-9.00", "8:60-9", "8-24:01", "8-12,", "open", "-1-5",
            "8–12",
            "100-200", "8:00-9:00:00",
        ])
    func wrongTimes(text: String) {
        #expect(throws: HoursError.self) { try DaySpans(text) }
    }

    @Test("the holidays value is closed, ignore or spans")
    func holidayRule() throws {
        #expect(try HolidayRule("closed") == .closed)
        #expect(try HolidayRule("ignore") == .ignore)
        #expect(try HolidayRule("9-12") == .spans(DaySpans("9-12")))
        #expect(throws: HoursError.badTime("shut")) { try HolidayRule("shut") }
    }

    @Test("dates count on through centuries and leap years")
    func civilDates() throws {
        #expect(try #require(CivilDate("1970-01-01")).dayNumber == 0)
        #expect(try #require(CivilDate("1970-01-01")).weekday == .thursday)
        #expect(CivilDate("1900-02-29") == nil)
        #expect(CivilDate("2000-02-29") != nil)
        var expected = try #require(CivilDate("1899-12-31")).dayNumber
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CivilDate(year: year, month: month, day: day) else { continue }
                    expected += 1
                    #expect(date.dayNumber == expected)
                    #expect(CivilDate(dayNumber: expected) == date)
                }
            }
        }
    }

    @Test(
        "Easter falls where the almanac has it",
        arguments: [
            (1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2008, "2008-03-23"),
            (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25"),
        ])
    func easter(year: Int, date: String) {
        #expect(CivilDate.easter(of: year).description == date)
    }
}

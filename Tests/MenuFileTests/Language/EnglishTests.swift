import MenuFile
import Testing

@Suite("English")
struct EnglishTests {
    let pack = LanguagePack.english

    @Test("announces choices with the key last")
    func choices() {
        #expect(pack.choice(for: "repairs", key: "1") == "For repairs, press 1.")
        #expect(pack.choice(to: "leave a message", key: "12") == "To leave a message, press 1 2.")
        #expect(pack.choice(for: "an extension", key: "2xx") == "For an extension, press 2 0 0 to 2 9 9.")
        #expect(pack.choice(for: "a desk", key: "201-249") == "For a desk, press 2 0 1 to 2 4 9.")
        #expect(pack.choice(for: "a desk", key: "xx") == "For a desk, press 1 0 to 9 9.")
        #expect(pack.choice(to: "go up", key: "*") == "To go up, press star.")
        #expect(pack.phrase(.operator) == "For the operator, press 0.")
        #expect(pack.choiceOfLanguage(key: "9") == "For English, press 9.")
    }

    @Test("fills phrases in and has words for what is missing")
    func phrases() {
        #expect(pack.phrase(.thanks, ["when": "today by 17"]) == "Thank you. We will call you back today by 17.")
        #expect(pack.phrase(.thanks) == "Thank you. We will call you back as soon as we can.")
        #expect(pack.phrase(.confirm, ["value": pack.phoneGroups("07700900002")]).contains("0 7 7, 0 0 9"))
        #expect(pack.phrase(.queueOffer, ["waiting": "1"]).hasPrefix("One caller is waiting"))
        #expect(pack.phrase(.queueOffer, ["waiting": "5"]).hasPrefix("There are 5 callers"))
        #expect(pack.phrase(.unanswered) == "Nobody can take your call right now.")
    }

    @Test(
        "says times by the 24-hour clock, whole hours as figures",
        arguments: [
            (8, 0, "8"), (17, 0, "17"), (0, 0, "0"), (9, 20, "nine twenty"), (13, 5, "thirteen oh five"),
            (0, 30, "zero thirty"), (23, 59, "twenty-three fifty-nine"),
        ])
    func times(hour: Int, minute: Int, text: String) {
        #expect(pack.spokenTime(hour: hour, minute: minute) == text)
    }

    @Test(
        "says when something is as a caller thinks of it",
        arguments: [
            ("2026-12-25 08:00", "today at 8"), ("2026-12-26 09:30", "tomorrow at nine thirty"),
            ("2026-12-28 08:00", "on Monday at 8"), ("2026-12-31 00:00", "on Thursday at 0"),
            ("2027-01-01 08:00", "on Friday, 1 January at 8"), ("2026-12-24 08:00", "on Thursday, 24 December at 8"),
        ])
    func moments(moment: String, text: String) throws {
        let today = try #require(CivilDate("2026-12-25"))
        #expect(pack.spokenMoment(try LocalDateTime(moment), today: today) == text)
    }

    @Test("says until when and by when")
    func untilAndBy() throws {
        let today = try #require(CivilDate("2026-03-03"))
        #expect(pack.spokenUntil(try LocalDateTime("2026-03-03 17:00"), today: today) == "17")
        #expect(pack.spokenUntil(try LocalDateTime("2026-03-04 00:00"), today: today) == "0")
        #expect(pack.spokenUntil(try LocalDateTime("2026-03-04 04:30"), today: today) == "four thirty tomorrow")
        #expect(pack.spokenDeadline(try LocalDateTime("2026-03-04 10:00"), today: today) == "tomorrow by 10")
    }

    @Test(
        "writes from when to when, with every date that it takes",
        arguments: [
            ("2026-03-04 08:05", "Tuesday, 3 March, 22:00 – Wednesday, 4 March, 08:05"),
            ("2026-03-03 23:59", "Tuesday, 3 March, 22:00–23:59"),
            ("2026-03-04 00:00", "Tuesday, 3 March, 22:00–24:00"),
            ("2026-03-05 00:00", "Tuesday, 3 March, 22:00 – Thursday, 5 March, 00:00"),
        ])
    func span(end: String, text: String) throws {
        #expect(pack.writtenSpan(from: try LocalDateTime("2026-03-03 22:00"), to: try LocalDateTime(end)) == text)
    }

    @Test(
        "groups a number in threes, a lone last digit with its neighbour",
        arguments: [
            ("", ""), ("5", "5"), ("55", "5 5"), ("1234", "1 2 3 4"), ("12345", "1 2 3, 4 5"),
            ("600100200", "6 0 0, 1 0 0, 2 0 0"), ("0207946000", "0 2 0, 7 9 4, 6 0 0 0"),
            ("07700900002", "0 7 7, 0 0 9, 0 0 0, 0 2"), ("+44 20", "plus 4 4 2 0"), ("020-7946 x", "0 2 0, 7 9 4 6"),
        ])
    func phoneGroups(digits: String, text: String) {
        #expect(pack.phoneGroups(digits) == text)
    }

    @Test(
        "makes labels of what choices are for",
        arguments: [
            ("the boiler", "Boiler"), ("a new boiler", "New boiler"), ("an appointment", "Appointment"),
            ("repairs", "Repairs"), ("The office", "Office"), ("another visit", "Another visit"), ("the", "The"),
            ("  a   call back ", "Call back"), ("", ""),
        ])
    func labels(text: String, label: String) {
        #expect(pack.label(from: text) == label)
    }

    @Test(
        "says numbers, money and lengths of time",
        arguments: [
            ("12.50", "GBP", "twelve pounds and fifty pence"), ("1", "EUR", "one euro"), ("0.01", "USD", "one cent"),
            ("-3", "PLN", "minus three zlotys"), ("1.005", "GBP", "one pound and one penny"),
            ("0", "EUR", "zero euros"),
            ("1200", "JPY", "1200 yen"), ("5", "XTS", "5 X T S"), ("soon", "EUR", "soon"),
            ("99999999999999999999", "EUR", "99999999999999999999"),
        ])
    func money(amount: String, currency: String, text: String) {
        #expect(pack.spokenMoney(amount, currency: currency) == text)
    }

    @Test(
        "says lengths of time",
        arguments: [
            (0, "zero seconds"), (1, "one second"), (90, "one minute and thirty seconds"),
            (599, "nine minutes and fifty-nine seconds"),
            (605, "ten minutes"), (3600, "one hour"), (5400, "one hour and thirty minutes"), (7200, "two hours"),
            (172_800, "two days"), (180_000, "two days and two hours"), (90_000, "twenty-five hours"),
        ])
    func durations(seconds: Int, text: String) {
        #expect(pack.spokenDuration(.seconds(seconds)) == text)
    }

    @Test(
        "says numbers",
        arguments: [
            ("007", "7"), ("-3.50", "minus 3.50"), ("0", "0"), ("-0", "0"), ("1e3", "1e3"), (".5", ".5"),
            ("1234567890123456", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6"),
        ])
    func numbers(number: String, text: String) {
        #expect(pack.spokenNumber(number) == text)
    }

    @Test("is found by any of its tags")
    func tags() {
        for tag in ["en", "en-GB", "en_US", "EN"] { #expect(LanguagePack.pack(for: tag)?.language == "en") }
        #expect(LanguagePack.pack(for: "tlh") == nil)
        #expect(pack.voice == VoiceSettings(voice: "en-us+f2", speed: 145, gap: 2))
    }
}

import MenuFile
import Testing

/// Every format of `{variable:format}` in every language, on values as web services send them.
@Suite("Formats in every language")
struct FormatTests {
    static let values: [String: [String]] = [
        "digits": ["112", "0", "12*#"], "phone": ["07700900002", "+48 600 100 200"],
        "number": ["12", "-3.5", "1000000"],
        "money EUR": ["12.50", "0", "1", "-4", "2.01"], "date": ["2026-03-05", "2026-12-31T09:00", "2028-02-29"],
        "day": ["2026-03-03", "2026-03-04", "2026-03-08", "2026-05-01"],
        "time": ["09:20", "00:00", "2026-03-05T17:05:00", "23:59"],
        "duration": ["0", "59", "90", "5400", "172800"], "spell": ["AB12", "x-9", "ą"],
    ]

    private func said(_ value: String, _ format: String, _ language: String) throws -> String {
        let pack = try #require(LanguagePack.pack(for: language))
        let today = try #require(CivilDate("2026-03-03"))
        return try Template(parsing: "{v:\(format)|nothing}").render(pack: pack, today: today) { _ in .text(value) }
    }

    @Test("say something of their own for each value", arguments: LanguagePack.builtInLanguages, ValueFormat.words)
    func values(language: String, format: String) throws {
        let values = try #require(Self.values[format])
        let said = try values.map { try self.said($0, format, language) }
        #expect(Set(said).count == values.count)
        for text in said {
            #expect(!text.isEmpty && text != "nothing" && !text.contains { "{}".contains($0) }, "\(text)")
        }
        if !["digits", "phone", "spell"].contains(format) {
            #expect(!said.contains { text in values.contains(text) && text.contains(":") }, "\(said)")
        }
    }

    @Test(
        "say what they cannot read as it is, and nothing as what stands for it",
        arguments: LanguagePack.builtInLanguages)
    func unreadable(language: String) throws {
        for format in ["number", "money EUR", "date", "day", "time", "duration"] {
            #expect(try said("soon", format, language) == "soon")
            #expect(try said("", format, language) == "nothing")
            #expect(try said("\u{200B} \u{7}", format, language) == "nothing")
        }
        for odd in ["2026-02-30", "26-03-05", "99:99", "1e9", "NaN", "+", "--1", "0x10", "１２"] {
            for format in ["number", "money EUR", "date", "time", "duration"] {
                let text = try said(odd, format, language)
                #expect(!text.isEmpty && text != "nothing", "\(format) \(odd)")
            }
        }
    }

    @Test("say a day from today as callers think of it", arguments: LanguagePack.builtInLanguages)
    func days(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let today = try #require(CivilDate("2026-03-03"))
        let next = (0...8).map { pack.spokenDay(today.adding(days: $0), today: today) }
        #expect(Set(next).count == 9)
        // Within six days a weekday is enough; from the seventh on the date is said, which is longer.
        #expect(next[2...6].allSatisfy { $0.count < next[7].count && $0.count < next[8].count })
        #expect(pack.spokenDay(today.adding(days: -1), today: today).count > next[6].count)
    }

    @Test("midnight is hour 0 of its day, and ends a day as its last hour", arguments: LanguagePack.builtInLanguages)
    func midnight(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let today = try #require(CivilDate("2026-03-03"))
        let moment = try LocalDateTime("2026-03-04 00:00")
        let tomorrow = pack.spokenDay(today.adding(days: 1), today: today)
        #expect(pack.spokenMoment(moment, today: today).contains(tomorrow))
        #expect(!pack.spokenUntil(moment, today: today).contains(tomorrow))
        #expect(pack.spokenUntil(try LocalDateTime("2026-03-04 00:30"), today: today).contains(tomorrow))
    }
}

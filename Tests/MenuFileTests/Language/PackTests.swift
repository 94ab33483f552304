import Foundation
import MenuFile
import Testing

@Suite("Every language pack")
struct PackTests {
    @Test(
        "has every phrase with its placeholders, and nothing else in braces", arguments: LanguagePack.builtInLanguages)
    func phrases(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        #expect(pack.language == language)
        for id in PhraseID.allCases {
            let templates = pack.templates(of: id)
            #expect(!templates.isEmpty, "\(id.rawValue)")
            #expect(Set(templates.flatMap(\.variables)) == id.placeholders, "\(id.rawValue)")
            let values = Dictionary(uniqueKeysWithValues: id.placeholders.map { ($0, "5") })
            #expect(!pack.phrase(id, values).contains { "{}".contains($0) }, "\(id.rawValue)")
        }
    }

    @Test(
        "says every minute of the day, every day of a year, and counts, without a gap",
        arguments: LanguagePack.builtInLanguages)
    func complete(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let today = try #require(CivilDate("2028-01-01"))
        var times: Set<String> = []
        for minute in 0..<1440 { times.insert(pack.spokenTime(hour: minute / 60, minute: minute % 60)) }
        #expect(times.count == 1440)
        let dates = (0..<366).map { today.adding(days: $0) }
        #expect(Set(dates.map(pack.spokenDate)).count == 366)
        #expect(Set(dates.map { pack.spokenDay($0, today: today) }).count == 366)
        for seconds in [0, 1, 2, 5, 21, 60, 61, 122, 3600, 7325, 86_400, 180_000, 172_800, 400_000] {
            let text = pack.spokenDuration(.seconds(seconds))
            #expect(text == collapsedByHand(text) && !text.isEmpty && !text.contains("{"))
        }
        for amount in ["0", "1", "2", "5", "12.50", "21.21", "101.02", "0.30", "-4.5", "1000000"] {
            for currency in ["EUR", "USD", "GBP", "PLN", "CHF", "CZK", "RUB", "UAH", "CNY", "JPY", "IDR", "XTS"] {
                let text = pack.spokenMoney(amount, currency: currency)
                #expect(text == collapsedByHand(text) && !text.isEmpty && !text.contains("{"))
            }
        }
    }

    @Test("has a voice, a name for each key, and words for staff", arguments: LanguagePack.builtInLanguages)
    func words(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        #expect(pack.voice.speed == 145)
        #expect(pack.voice.gap == 2)
        #expect(pack.voice.voice?.isEmpty == false)
        #expect(!pack.operatorLabel.isEmpty)
        #expect(!pack.anonymous.isEmpty)
        #expect(pack.spokenKey("*") != "*")
        #expect(pack.spokenKey("#") != "#")
        #expect(pack.phrase(.back).contains(pack.spokenKey("*")) || language == "de")
    }

    private func collapsedByHand(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }
}

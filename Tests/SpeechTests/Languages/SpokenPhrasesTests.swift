import MenuFile
import Testing

@testable import Speech

/// Every phrase and format of every language pack through the real eSpeak NG, with the pack's own voice.
@Suite struct SpokenPhrasesTests {
    let engine: ESpeakEngine

    init() throws {
        engine = try ESpeakEngine()
    }

    /// What stands in the placeholders: each language's own way of saying it.
    private func values(_ pack: LanguagePack) throws -> [String: String] {
        let today = try #require(CivilDate("2026-03-03"))
        let when = try LocalDateTime("2026-03-05 17:00")
        let number = pack.phoneGroups("07700900002")
        return [
            "for": pack.spokenDate(today), "to": pack.spokenDate(today), "key": "1", "value": number, "number": number,
            "place": "3", "when": pack.spokenDeadline(when, today: today), "waiting": "5",
            "wait": pack.spokenDuration(.seconds(300)),
        ]
    }

    private func seconds(_ text: String, _ pack: LanguagePack) throws -> Double {
        let voice = SpokenVoice(
            language: pack.language, name: try #require(pack.voice.voice), speed: pack.voice.speed ?? 145, pitch: 50,
            gap: pack.voice.gap ?? 2)
        let samples = try engine.samples(for: SpokenText.plain(text), voice: voice, limit: engine.sampleRate * 60)
        return Double(SpeechTrim.sounding(samples, rate: engine.sampleRate).count) / Double(engine.sampleRate)
    }

    /// A text is heard at a pace that callers can follow: neither swallowed nor spelled out.
    private func expectSensible(_ text: String, _ pack: LanguagePack, _ what: String) throws {
        let seconds = try seconds(text, pack)
        // A Chinese character is a syllable, a digit is a word in any language.
        let length = text.reduce(0.0) { sum, character in
            sum + (character.isNumber ? 4.5 : character.unicodeScalars.first.map { $0.value > 0x2E80 } == true ? 3 : 1)
        }
        #expect(seconds > 0.25 && seconds < 25, "\(what): \(text) \(seconds) s")
        #expect((5...33).contains(length / seconds), "\(what): \(text) \(length / seconds) characters a second")
    }

    @Test("every phrase is heard, at a sensible pace", arguments: LanguagePack.builtInLanguages, PhraseID.allCases)
    func phrases(language: String, id: PhraseID) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let values = try values(pack)
        try expectSensible(pack.phrase(id, values), pack, id.rawValue)
        if id == .thanks { try expectSensible(pack.phrase(id), pack, "thanks without a promise") }
    }

    @Test("every format is heard, at a sensible pace", arguments: LanguagePack.builtInLanguages)
    func formats(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let today = try #require(CivilDate("2026-03-03"))
        let values = [
            "digits": "20490", "phone": "07700900002", "number": "1234.5", "money EUR": "1101.21", "date": "2026-12-31",
            "day": "2026-03-05", "time": "21:05", "duration": "5460", "spell": "AB12",
        ]
        for word in ValueFormat.words {
            let value = try #require(values[word])
            let text = try Template(parsing: "{v:\(word)}").render(pack: pack, today: today) { _ in .text(value) }
            try expectSensible(text, pack, word)
        }
        for month in stride(from: 1, through: 12, by: 3) {
            let date = try #require(CivilDate(year: 2026, month: month, day: 21))
            try expectSensible(pack.spokenDate(date), pack, "date")
        }
        for hour in [0, 1, 8, 13, 21] {
            try expectSensible(pack.spokenTime(hour: hour, minute: hour * 2), pack, "time")
        }
    }

    @Test("ten keys sound different from one another", arguments: LanguagePack.builtInLanguages)
    func keys(language: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let names = "0123456789*#".map { pack.spokenKey(String($0)) }
        #expect(Set(names).count == 12)
        let sounds = try names.map { name in
            let voice = SpokenVoice(
                language: language, name: try #require(pack.voice.voice), speed: 145, pitch: 50, gap: 2)
            return try engine.samples(for: name, voice: voice, limit: engine.sampleRate * 10)
        }
        #expect(Set(sounds).count == 12)
        #expect(sounds.allSatisfy { SpeechTrim.sounding($0, rate: engine.sampleRate).count > engine.sampleRate / 8 })
    }

    @Test(
        "a voice is found by any of its tags", arguments: ["fr-fr", "fr", "fr-fr+f2", "en-gb", "ru", "cmn-latn-pinyin"])
    func tags(name: String) throws {
        let voice = SpokenVoice(language: String(name.prefix(2)), name: name, speed: 145, pitch: 50, gap: 2)
        let samples = try engine.samples(for: "Radio, telefon, menu.", voice: voice, limit: engine.sampleRate * 10)
        #expect(samples.count > engine.sampleRate / 2)
    }
}

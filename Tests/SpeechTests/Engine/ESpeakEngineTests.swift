import Testing

@testable import Speech

@Suite struct ESpeakEngineTests {
    let engine: ESpeakEngine
    let limit = 22_050 * 60

    init() throws {
        engine = try ESpeakEngine()
    }

    private func voice(_ name: String, speed: Int = 145, pitch: Int = 50, gap: Int = 2) -> SpokenVoice {
        SpokenVoice(language: "en", name: name, speed: speed, pitch: pitch, gap: gap)
    }

    private func seconds(_ text: String, _ voice: SpokenVoice) throws -> Double {
        let sounding = SpeechTrim.sounding(try engine.samples(for: text, voice: voice, limit: limit), rate: 22_050)
        return Double(sounding.count) / 22_050
    }

    @Test("names its version and its data")
    func identity() {
        #expect(engine.sampleRate == 22_050)
        #expect(engine.identity.wholeMatch(of: /espeak-ng \d+\.\d+\S* [0-9a-f]{16}/) != nil, "\(engine.identity)")
    }

    @Test("speaks the whole last word: the library drops it without a pause behind")
    func endIsThere() throws {
        let samples = try engine.samples(for: "For repairs, press 1", voice: voice("en-us+f2"), limit: limit)
        let last = try #require(samples.lastIndex { abs(Int($0)) > 200 })
        #expect(samples.count - last > 22_050 / 5, "a fifth of a second of silence at the end")
        #expect(samples.contains { abs(Int($0)) > 8000 })
    }

    @Test(
        "speaks many languages",
        arguments: [
            ("en-us+f2", "Hello and welcome"), ("pl", "Dzień dobry, witamy"), ("ru", "Здравствуйте"),
            ("id", "Selamat datang"), ("cmn", "欢迎致电我们的诊所"), ("de", "Guten Tag"), ("fr", "Bonjour"),
            ("es", "Buenos días"),
        ])
    func languages(name: String, text: String) throws {
        #expect(try seconds(text, voice(name)) > 0.4)
    }

    @Test("obeys speed, pitch, gap and variant, whatever was spoken before")
    func parameters() throws {
        let text = "For repairs, press one. For bills, press two."
        let plain = try engine.samples(for: text, voice: voice("en-us"), limit: limit).count
        let fast = try engine.samples(for: text, voice: voice("en-us", speed: 250), limit: limit).count
        let gaps = try engine.samples(for: text, voice: voice("en-us", gap: 20), limit: limit).count
        let again = try engine.samples(for: text, voice: voice("en-us"), limit: limit).count
        #expect(fast < plain * 3 / 4)
        #expect(gaps > plain + 22_050)
        // A pause between sentences may differ by a tenth of a second: eSpeak NG remembers a little of the text before.
        #expect(abs(again - plain) < 22_050 / 4)
    }

    @Test(
        "knows which voices there are",
        arguments: [
            ("en-us", true), ("en-us+f2", true), ("EN-US", true), ("English (America)", true), ("gmw/en-US", true),
            ("pl+m3", true), ("en-us+f99", false), ("en-us+", false), ("+f2", false), ("", false), ("zz", false),
            ("f2", false), ("mb-en1", false), ("../../../../etc/passwd", false), ("en-us+../f2", false),
            ("en-us\u{0}x", false),
        ])
    func exists(name: String, wanted: Bool) {
        #expect(engine.exists(name) == wanted)
    }

    @Test(
        "refuses an unknown voice or variant by name, and speaks on with the next one", arguments: ["zz", "en-us+f99"])
    func unknownVoice(name: String) throws {
        #expect(throws: SynthesisError.unknownVoice(voice: name, language: "en")) {
            try engine.samples(for: "hello", voice: voice(name), limit: limit)
        }
        #expect(try seconds("hello", voice("en-us")) > 0.2)
    }

    @Test("lists voices and variants")
    func lists() {
        #expect(Set(["en-us", "pl", "ru", "id", "cmn"]).isSubset(of: engine.voices()))
        #expect(Set(["f2", "m3"]).isSubset(of: engine.variants()))
    }

    @Test("stops a text that is longer than wanted")
    func tooLong() {
        let text = String(repeating: "hello world ", count: 500)
        #expect(throws: SynthesisError.tooLong(seconds: 2)) {
            try engine.samples(for: text, voice: voice("en-us"), limit: 22_050 * 2)
        }
    }

    @Test(
        "is not commanded by a text", arguments: ["\u{1}300S ", "\u{E001}300S ", "\u{1}0A ", "<prosody rate='400%'>"])
    func hostileText(command: String) throws {
        let words = "For repairs, press one. For bills, press two."
        let before = try seconds(words, voice("en-us"))
        let hostile = try seconds(SpokenText.plain(command + words), voice("en-us"))
        #expect(hostile > before * 0.95, "a text cannot speak itself faster, nor silence itself")
        #expect(abs(try seconds(words, voice("en-us")) - before) < 0.25, "nor change what is spoken later")
    }

    @Test("reads phonemes in brackets as they are written, not as phonemes")
    func phonemes() throws {
        let marked = try seconds(SpokenText.plain("[[h@l'oU]]"), voice("en-us"))
        #expect(marked > 1, "as a phoneme string it would be one short word")
    }
}

import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A text")
struct TextTests {
    static let languages = #""language": ["pl", "en", "ru"]"#

    static func prompt(_ text: String, _ more: String..., language: String = "") async throws -> Prompt {
        let call = try await Rehearsed.whole(
            line(#"{ "say": \#(text) }"#, (more + [languages]).joined(separator: ", "))
        ) { $0.language = language }
        let goodbyes = Set(["Goodbye.", "Do widzenia.", "До свидания."])
        return try #require(call.asked.first { !goodbyes.contains($0.text) }, "\(call)")
    }

    static func voice(_ language: String) -> Prompt.Voice { Prompt.Voice(language: language) }

    @Test("per language is heard in the language of the call")
    func perLanguage() async throws {
        let text = #"{ "en": "Hello.", "pl": "Cześć." }"#
        #expect(try await Self.prompt(text).pieces == [.speech("Cześć.", Self.voice("pl"))])
        #expect(try await Self.prompt(text, language: "en").pieces == [.speech("Hello.", Self.voice("en"))])
    }

    @Test("that lacks the language is heard in the file's first, else the first there is, by the voice of that")
    func missingLanguage() async throws {
        #expect(
            try await Self.prompt(#"{ "en": "Hello.", "pl": "Cześć." }"#, language: "ru").pieces
                == [.speech("Cześć.", Self.voice("pl"))])
        #expect(
            try await Self.prompt(#"{ "en": "Hello." }"#, language: "ru").pieces == [
                .speech("Hello.", Self.voice("en"))
            ])
    }

    @Test("of another language puts its values in that language's words")
    func valuesToo() async throws {
        let prompt = try await Self.prompt(#"{ "en": "It is {arg.t:time|nine}." }"#, language: "ru")
        #expect(prompt.text == "It is nine.")
        let call = try await Rehearsed.whole(
            line(#"{ "say": { "en": "At {arg.t:time}." } }"#, Self.languages)
        ) {
            $0.language = "ru"
            $0.arguments = ["t": "09:20"]
        }
        #expect(call.said.first == "At nine twenty.", "\(call)")
    }

    @Test("of pieces is one sound of words, pauses, tones and recordings")
    func pieces() async throws {
        let prompt = try await Self.prompt(
            #"["Hi.", { "pause": 0.5 }, { "tone": "beep" }, { "play": "sounds/a", "text": "Welcome." }, { "en": "E", "pl": "P" }]"#
        )
        let voice = Self.voice("pl")
        #expect(
            prompt.pieces == [
                .speech("Hi.", voice), .pause(.milliseconds(500)), .tone("beep"),
                .recording(path: "sounds/a", text: "Welcome.", voice), .speech("P", voice),
            ])
    }

    @Test("of a recording alone, and per language, is that recording")
    func recordings() async throws {
        let prompt = try await Self.prompt(
            #"{ "pl": { "play": "pl/hi", "text": "Cześć." }, "en": { "play": "en/hi", "text": "Hi." } }"#,
            language: "en")
        #expect(prompt.pieces == [.recording(path: "en/hi", text: "Hi.", Self.voice("en"))])
    }

    @Test("has the file's own voice in each language")
    func voices() async throws {
        let prompt = try await Self.prompt(
            #""Hi.""#, #""voice": { "en": { "voice": "en-gb", "speed": 130 } }"#, language: "en")
        #expect(
            prompt.pieces == [
                .speech("Hi.", Prompt.Voice(language: "en", settings: VoiceSettings(voice: "en-gb", speed: 130)))
            ])
    }

    @Test("names the line in the language of the call")
    func name() async throws {
        let menu =
            #"{ "attendant": 1, "name": { "pl": "Przychodnia", "en": "Clinic" }, "operator": "200", "language": ["pl", "en"], "#
            + #""start": { "say": "{name}" } }"#
        let english = try await Rehearsed.whole(menu) { $0.language = "en" }
        #expect(english.said.first == "Clinic", "\(english)")
        #expect(english.end?.label == "Przychodnia")
    }

    @Test("that announces a choice with a recording plays it in its place in the phrase")
    func recordedChoice() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"{ "say": "Hi.", "menu": { "1": { "for": { "play": "repairs", "text": "repairs" }, "ring": "201" }, "#
                    + #""2": { "to": ["ask", { "pause": 0.2 }, "us"], "ring": "202" } } }"#))
        let prompt = try #require(call.asked.first { $0.text.hasPrefix("Hi.") })
        let voice = Self.voice("en")
        #expect(
            prompt.pieces.prefix(12) == [
                .speech("Hi.", voice), .pause(.milliseconds(300)), .speech("For", voice),
                .recording(path: "repairs", text: "repairs", voice), .pause(.milliseconds(250)),
                .speech("press 1.", voice), .pause(.milliseconds(300)), .speech("To", voice), .speech("ask", voice),
                .pause(.milliseconds(200)), .speech("us", voice), .pause(.milliseconds(250)),
            ], "\(prompt.pieces)")
        #expect(call.said.first == "Hi. For repairs press 1. To ask us press 2. For the operator, press 0.")
        #expect(call.rang.isEmpty == false)
    }

    @Test("in a language without a pack gives digits instead of another language's words")
    func foreign() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"{ "say": "Op {arg.d:date}, {arg.d:day}, {arg.t:time}, {arg.m:money EUR}, {arg.x:date}, {arg.d:digits}" }"#,
                #""language": "nl""#)
        ) { $0.arguments = ["d": "2026-03-05", "t": "09:20", "m": "12.50", "x": "morgen"] }
        #expect(
            call.said.first
                == "Op 2 0 2 6, 0 3, 0 5, 2 0 2 6, 0 3, 0 5, 0 9, 2 0, 1 2, 5 0, morgen, 2 0 2 6 dash 0 3 dash 0 5",
            "\(call)")
    }

    @Test("says the day and the time in words, and keeps them as data")
    func now() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"[{ "set": { "d": "{today}", "t": "{now}" } }, { "say": "{today}, {now}; {d}, {t}; {d:date}, {t:time}" }]"#
            )
        ) { $0.at = "2026-03-05 09:20" }
        #expect(
            call.said.first
                == "Thursday, 5 March, nine twenty; 2026-03-05, 09:20; Thursday, 5 March, nine twenty", "\(call)")
    }

    @Test("is told once for each step when a variable in it is missing")
    func missing() async throws {
        let log = SeenLog()
        _ = try await Rehearsed.whole(
            line(
                #"[{ "say": "Hello {arg.x}, {arg.y|you}." }, { "say": "Hi {arg.x}.", "menu": { "1": { "for": "{arg.x}", "ring": "201" } } }]"#
            ),
            "#, #, 1"
        ) { $0.log = log }
        let told = log.lines.filter { $0.contains("variable missing") }
        #expect(
            told == ["variable missing step=start[0] variable=arg.x", "variable missing step=start[1] variable=arg.x"],
            "\(told)")
    }
}

import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A file's own phrases")
struct PhraseTests {
    static func call(
        _ phrases: String, _ script: String, start: String = twoChoices,
        _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed.whole(line(start, #""phrases": { "en": { \#(phrases) } }"#), script, change)
    }

    @Test("announce choices with their placeholders")
    func choices() async throws {
        let call = try await Self.call(
            #""choice-for": "{key}: {for}.", "operator": "0: a person.", "wrong": "No such key.", "goodbye": "Bye.""#,
            "8, 1")
        #expect(call.said.first == "Good day. 1: repairs. 2: bills. 0: a person.", "\(call)")
        #expect(call.said[1].hasPrefix("No such key. 1: repairs."))
    }

    @Test("may leave a placeholder out, and read variables of the call")
    func variables() async throws {
        let call = try await Self.call(
            #""choice-for": "{for} on {key}", "unanswered": "Sorry, {caller.name}, nobody at {name}.""#, "1"
        ) { $0.name = "Ann" }
        #expect(call.said.first == "Good day. Repairs on 1 Bills on 2 For the operator, press 0.", "\(call)")
        #expect(call.said.contains("Sorry, Ann, nobody at Miller Heating."))
    }

    @Test("read values back")
    func values() async throws {
        let call = try await Self.call(
            #""confirm": "Is {value} right? 1 or 2.", "invalid": "Not that.", "number-ask": "Your number?", "#
                + #""number-offer": "Is it {number}? 1, 2 or star.", "thanks": "We call {when|soon}." "#,
            "2, 12#, 07700900002#, 1", start: #"{ "callback": "office@miller.example" }"#)
        #expect(
            call.said == [
                "Is it 0 7 7, 0 0 9, 0 0 0, 0 1? 1, 2 or star.", "Your number?", "Not that.", "Your number?",
                "Is 0 7 7, 0 0 9, 0 0 0, 0 2 right? 1 or 2.", "We call soon. Goodbye.",
            ], "\(call)")
    }

    @Test("have the same real pauses before keys as the built-in ones")
    func pauses() async throws {
        let call = try await Self.call(#""choice-for": "If it is {for}, take {key}.""#, "hang up at 9")
        let prompt = try #require(call.asked.first)
        #expect(prompt.pieces.count { $0 == .pause(.milliseconds(250)) } == 3, "\(prompt.pieces)")
    }

    @Test("may be recordings, and per language; other languages keep the built-in ones")
    func recordings() async throws {
        let menu = line(
            #"{ "say": { "en": "Hi.", "pl": "Cześć." } }"#, #""language": ["en", "pl"]"#,
            #""phrases": { "en": { "goodbye": { "play": "bye", "text": "Bye bye." } } }"#)
        let english = try await Rehearsed.whole(menu)
        let polish = try await Rehearsed.whole(menu) { $0.language = "pl" }
        #expect(english.said.last == "Bye bye.", "\(english)")
        #expect(
            english.asked.contains { $0.pieces == [.recording(path: "bye", text: "Bye bye.", .init(language: "en"))] })
        #expect(polish.said.last == "Do widzenia.", "\(polish)")
    }

    @Test("never read a placeholder that is left out among the variables")
    func placeholderName() async throws {
        let call = try await Self.call(
            #""thanks": "We call {when|soon}.""#, "1",
            start: #"[{ "set": { "when": "never" } }, { "callback": "office@miller.example" }]"#)
        #expect(call.said.last == "We call soon. Goodbye.", "\(call)")
    }
}

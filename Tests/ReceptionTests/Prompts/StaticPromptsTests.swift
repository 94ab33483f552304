import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("The prompts made before any call")
struct StaticPromptsTests {
    static let constant = line(
        #"{ "say": "Hi.", "again": "Once more.", "menu": { "#
            + #""1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "say": "B." }, "0": { "for": "c", "ring": "203" } } }, "#
            + #""3": { "for": "d", "when": "open", "ring": "201" }, "#
            + #""4": { "to": "leave a message", "voicemail": "x@miller.example", "thanks": "Bye then." }, "#
            + #""5": { "for": "e", "when": "closed", "say": "Five." } }, "#
            + #""wrong": { "say": "Not that.", "otherwise": { "say": "Wrong end." } }, "silent": { "say": "Hello?" } }"#,
        operator: #"{ "when": "open", "say": "The operator.", "ring": "200" }"#,
        #""unanswered": { "say": "Sorry.", "voicemail": "x@miller.example" }"#, StepOrderTests.hours)

    @Test(
        "hold everything that a call without variables is told",
        arguments: [
            "", "1, 2, *, #, 8", "1, #, #, #, #, *", "8, 8, 8", "4, speak 6, 1", "5", "0", "3", "4, speak 6, 8",
        ],
        ["2026-03-03 10:00", "2026-03-03 20:00"])
    func complete(script: String, at: String) async throws {
        let call = try await Rehearsed(Self.constant, script) { $0.at = at }
        let listed = Set(StaticPrompts.of(call.document))
        let missing = call.asked.subtracting(listed).map(\.text)
        #expect(missing.isEmpty, "\(call)")
        #expect(!call.asked.isEmpty)
    }

    @Test("hold the phrases of a callback but those with a number", arguments: ["1", "2, 12#, *", "", "2"])
    func callback(script: String) async throws {
        let call = try await Rehearsed(line(#"{ "callback": "x@miller.example" }"#), script)
        let listed = Set(StaticPrompts.of(call.document))
        let missing = call.asked.subtracting(listed).map(\.text)
        #expect(missing.allSatisfy { $0.hasPrefix("We can call you back on") }, "\(missing)")
    }

    @Test("hold no text with a variable of a call")
    func variables() throws {
        let menu = line(
            #"{ "say": "Good day, {caller.name}.", "menu": { "1": { "for": "a", "say": "Your number is {caller.number}." } } }"#
        )
        let document = try #require(MenuLoader.load(text: menu, fileName: "test.json").document)
        #expect(
            !StaticPrompts.of(document).contains { $0.text.contains("Good day,") || $0.text.contains("Your number") })
    }

    @Test("hold a text with the line's own name, which is constant")
    func ownName() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Welcome to {name}." }"#))
        #expect(call.said.first == "Welcome to Miller Heating.")
        #expect(StaticPrompts.of(call.document).contains { $0.text == "Welcome to Miller Heating." }, "\(call)")
    }

    @Test("are each listed once")
    func once() throws {
        let document = try #require(MenuLoader.load(text: Self.constant, fileName: "test.json").document)
        let prompts = StaticPrompts.of(document)
        #expect(Set(prompts).count == prompts.count)
    }

    @Test("stand in the voice of each language")
    func languages() throws {
        let menu = line(#"{ "say": { "en": "Hi.", "pl": "Cześć." } }"#, #""language": ["en", "pl"]"#)
        let loaded = MenuLoader.load(text: menu, fileName: "test.json", release: .whole)
        let prompts = StaticPrompts.of(try #require(loaded.document, "\(loaded.findings)"))
        for (text, language) in [("Hi.", "en"), ("Cześć.", "pl")] {
            #expect(prompts.contains { $0.pieces == [.speech(text, Prompt.Voice(language: language))] })
        }
    }
}

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

@Suite("The prompts of the whole language made before any call")
struct WholeStaticPromptsTests {
    static let menu =
        #"{ "attendant": 1, "name": { "en": "Clinic", "pl": "Klinika" }, "operator": "200", "language": ["en", "pl"], "#
        + #""variables": { "city": "Leeds", "hello": { "en": "Hello", "pl": "Cześć" }, "code": "1" }, "#
        + #""phrases": { "en": { "operator": "Press 0 in {city}.", "wrong": "No.", "goodbye": ["Bye", { "pause": 0.2 }, "{name}."] } }, "#
        + #""notices": { "a": { "say": { "en": "A notice.", "pl": "Uwaga." }, "on": true }, "b": { "say": "B of {city}.", "on": true, "before": "ask" } }, "#
        + #""start": { "say": "{hello} {name}.", "menu": { "1": { "for": "an entry", "go": "ask" }, "2": { "for": "code", "when": { "{arg.x}": "missing" }, "set": { "code": "2" } } } }, "#
        + #""steps": { "ask": { "say": ["Number", { "tone": "beep" }], "collect": "n", "digits": 3, "again": "Again in {city}.", "#
        + #""wrong": { "say": "Bad.", "otherwise": { "say": "Out." } }, "silent": { "say": "There?", "times": 3 } } } }"#

    @Test(
        "hold everything that a call without its own values is told",
        arguments: ["", "1, 123", "1, 12#, 34#, 5#", "1, silence, silence, 12#, 123", "8, 8, 8", "2, 1, #", "1, *, *"],
        ["en", "pl"])
    func complete(script: String, language: String) async throws {
        let call = try await Rehearsed.whole(Self.menu, script) { $0.language = language }
        let listed = Set(StaticPrompts.of(call.document))
        let missing = call.asked.subtracting(listed).map(\.text)
        // An offer with the caller's number can never be made before.
        #expect(missing.allSatisfy { $0.contains("0 7 7") }, "\(missing)\n\(call)")
        #expect(call.asked.count > 2)
    }

    @Test(
        "hold what is said before a queue, and the question which language",
        arguments: [(0, ""), (2, ""), (3, "2"), (9, "silence")])
    func queueAndLanguage(waiting: Int, script: String) async throws {
        let menu =
            #"[{ "language": "ask" }, { "queue": "q", "offer": { "callback": "x@miller.example", "waiting": 3 } }]"#
        let call = try await Rehearsed.whole(line(menu, #""language": ["en", "pl"]"#), "2, " + script) {
            $0.queues = ["q": .init(waiting: waiting, fate: .answers(after: .seconds(1)))]
        }
        let missing = call.asked.subtracting(StaticPrompts.of(call.document)).map(\.text)
        #expect(missing.isEmpty, "\(missing)\n\(call)")
        #expect(call.outcome == .talked, "\(call)")
    }

    @Test("hold no text with a constant that the file changes, nor with a sensitive one")
    func changed() throws {
        let menu = line(
            #"[{ "say": "Code {code}." }, { "set": { "code": "2" } }, { "say": "{pin} in {city}." }]"#,
            #""variables": { "code": "1", "city": "Leeds", "pin": { "channel": "PIN", "sensitive": true } }"#)
        let loaded = MenuLoader.load(text: menu, fileName: "test.json", release: .whole)
        let texts = StaticPrompts.of(try #require(loaded.document, "\(loaded.findings)")).map(\.text)
        #expect(!texts.contains { $0.hasPrefix("Code") || $0.hasSuffix("Leeds.") })
    }

    @Test("hold fillers, whispers and the places of a queue")
    func others() throws {
        let menu = line(
            #"[{ "request": "GET https://h/x", "filler": "Looking." }, { "ring": "201", "whisper": "A call." }, { "queue": "q", "whisper": "From the queue." }]"#
        )
        let loaded = MenuLoader.load(text: menu, fileName: "test.json", release: .whole)
        let texts = Set(StaticPrompts.of(try #require(loaded.document, "\(loaded.findings)")).map(\.text))
        for text in ["Looking.", "A call.", "From the queue.", "You are number 1 in the queue."] {
            #expect(texts.contains(text), "\(text)")
        }
    }
}

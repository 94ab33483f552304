import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("Another language")
struct LanguageTests {
    static let clinic = line(
        #"{ "say": { "en": "Good day.", "pl": "Dzień dobry." }, "menu": { "#
            + #""1": { "for": { "en": "repairs", "pl": "Naprawy" }, "ring": "201" }, "#
            + #""8": { "language": "pl" }, "9": { "language": "en" } } }"#, #""language": ["en", "pl"]"#)
    static let english = "Polski: naciśnij 8. For repairs, press 1. For the operator, press 0."

    static func call(
        _ script: String, _ menu: String = clinic, _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            change(&$0)
        }
    }

    @Test("is announced first, in its own words and voice, and the present one is not offered")
    func announced() async throws {
        let call = try await Self.call("")
        let first = try #require(call.asked.first { $0.text.hasPrefix("Good day.") })
        let voices = first.pieces.compactMap { piece in
            if case .speech(_, let voice) = piece { voice.language } else { nil }
        }
        #expect(voices.prefix(3) == ["en", "pl", "pl"] || voices.prefix(2) == ["en", "pl"], "\(first)")
        #expect(voices.last == "en")
        #expect(!first.text.contains("English"))
        #expect(first.text.contains("8"))
    }

    @Test("is heard from then on: choices only, without the text before them")
    func changed() async throws {
        let call = try await Self.call("8")
        #expect(call.said.count >= 2, "\(call)")
        let second = try #require(call.said.dropFirst().first)
        #expect(second.contains("Naprawy") && second.contains("English, press 9"), "\(call)")
        #expect(!second.contains("Dzień dobry"))
        #expect(call.variables["CHANNEL(language)"] == "pl")
    }

    @Test("changes neither label nor path, and counts as no return")
    func noTrace() async throws {
        let back = Array(repeating: "8, 9", count: 8).joined(separator: ", ")
        let call = try await Self.call(back + ", 1") { $0.people = ["201": .answers(after: .zero)] }
        #expect(call.shown == ["Repairs: +447700900001"], "\(call)")
        #expect(call.end?.path == "1 Repairs")
        #expect(!call.steps.contains { $0.contains("limit") })
        #expect(call.end?.language == "en")
    }

    @Test("the present one's key means nothing")
    func hidden() async throws {
        let call = try await Self.call("9")
        #expect(call.steps.contains { $0.contains("start") })
        #expect(call.said.dropFirst().first?.hasPrefix("Sorry, that is not one of the choices.") == true, "\(call)")
    }

    @Test("stays where `announce` is false, for `say` names only the choices")
    func notAnnounced() async throws {
        let menu = line(
            #"{ "say": "Press 1.", "announce": false, "menu": { "1": { "for": "a", "ring": "201" }, "8": { "language": "pl" } } }"#,
            #""language": ["en", "pl"]"#)
        let call = try await Self.call("", menu)
        #expect(call.said.first?.hasPrefix("Press 1.") == true)
        #expect(call.said.first?.contains("8") == true, "\(call)")
        #expect(call.said.first?.contains("operator") == false)
    }

    @Test("with a region is told to Asterisk as Asterisk writes it")
    func region() async throws {
        let menu = line(#"{ "language": "pt-BR" }"#, #""language": ["en", "pt-BR"]"#)
        let call = try await Self.call("", menu)
        #expect(call.variables["CHANNEL(language)"] == "pt_BR", "\(call)")
    }

    @Test("as a step of a list lets the list go on")
    func inList() async throws {
        let menu = line(
            #"[{ "language": "pl" }, { "say": { "en": "Hi.", "pl": "Cześć." } }]"#, #""language": ["en", "pl"]"#)
        #expect(try await Self.call("", menu).said.first == "Cześć.")
    }

    static let ask = line(
        #"[{ "language": "ask" }, { "say": { "en": "Hi.", "pl": "Cześć.", "de": "Hallo." } }]"#,
        #""language": ["en", "pl", "de"]"#)

    @Test(
        "is asked for by 1 to n in the order of the file",
        arguments: [
            ("1", "Hi."), ("2", "Cześć."), ("3", "Hallo."), ("#, 3", "Hallo."), ("7, 2", "Cześć."),
            ("silence, 2", "Cześć."),
        ])
    func asked(script: String, text: String) async throws {
        let call = try await Self.call(script, Self.ask)
        #expect(call.said.contains(text), "\(call)")
        #expect(call.said.first?.contains("English, press 1") == true)
    }

    @Test(
        "two silences or wrong keys, of either kind, mean the first",
        arguments: ["", "7, wait 3, 7", "silence, 7", "7, silence"])
    func unanswered(script: String) async throws {
        let call = try await Self.call(script, Self.ask) { $0.language = "de" }
        #expect(call.said.count == 4, "\(call)")
        #expect(call.said.contains("Hi."))
    }

    @Test("0 at the question is the operator")
    func zero() async throws {
        let call = try await Self.call("0", Self.ask) { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("each menu is made before any call, in every language", arguments: ["", "8", "8, 9", "8, *, 9", "7", "8, 7"])
    func prepared(script: String) async throws {
        let call = try await Self.call(script)
        let listed = Set(StaticPrompts.of(call.document))
        let missing = call.asked.filter { $0.text.contains("press") || $0.text.contains("naciśnij") }
            .subtracting(listed).map(\.text).filter { !$0.contains("call you back") && !$0.contains("oddzwonić") }
        #expect(missing.isEmpty, "\(call)")
    }

    @Test("the question is made before any call, too")
    func questionPrepared() async throws {
        let call = try await Self.call("", Self.ask)
        let question = try #require(call.asked.first { $0.text.contains("English, press 1") })
        #expect(StaticPrompts.of(call.document).contains(question))
    }
}

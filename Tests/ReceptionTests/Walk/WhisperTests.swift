import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A whisper")
struct WhisperTests {
    static func menu(_ fields: String, _ more: String...) -> String {
        line(
            #"{ "menu": { "1": { "for": { "en": "bills", "pl": "Rachunki" }, \#(fields) "ring": ["201", "202"], "whisper": { "en": "{label} from {caller.number:digits}.", "pl": "Po polsku." } } } }"#,
            #""language": ["en", "pl"]"#)
    }

    static func call(
        _ menu: String, _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, "1") {
            $0.release = .whole
            $0.people = ["202": .answers(after: .seconds(2))]
            change(&$0)
        }
    }

    @Test("is heard by whoever answers, in the language of the staff")
    func heard() async throws {
        let call = try await Self.call(Self.menu("")) { $0.language = "pl" }
        #expect(call.story.contains { $0.hasPrefix("(whispers: Bills from") }, "\(call)")
        #expect(call.story.count { $0.hasPrefix("(whispers") } == 1)
    }

    @Test("is made before anybody is rung, while the line listens")
    func before() async throws {
        let (commands, prompts) = (Commands(), GatedPrompts(gated: "Bills from"))
        _ = try await Self.call(Self.menu("")) {
            $0.library = prompts
            $0.fault = { place, command in
                if command == "listen" { prompts.open() }
                return commands.note(place, command)
            }
        }
        let rings = try #require(commands.all.firstIndex { $0.hasPrefix("dial") })
        let listens = try #require(commands.all.lastIndex { $0 == "listen" })
        #expect(listens < rings)
        #expect(!commands.all[rings...].contains("listen"))
    }

    @Test("is made while the step's text plays, so that nobody waits for it")
    func during() async throws {
        let prompts = GatedPrompts(gated: "Bills from")
        let call = try await Self.call(Self.menu(#""say": "I am looking for somebody.","#)) {
            $0.library = prompts
            $0.fault = { _, command in
                if command == "play I am looking for somebody." { prompts.open() }
                return nil
            }
        }
        #expect(prompts.count >= 1)
        #expect(call.story.contains { $0.hasPrefix("(whispers: Bills from") }, "\(call)")
    }

    @Test("that cannot be made is left out, and people are rung")
    func lacking() async throws {
        let call = try await Self.call(Self.menu("")) {
            $0.prompts = HeardPrompts { $0.hasPrefix("Bills from") }
        }
        #expect(call.rang.contains("202"), "\(call)")
        #expect(!call.story.contains { $0.hasPrefix("(whispers") })
        #expect(call.outcome == .talked)
    }

    @Test("0 pressed while it is made leads to the operator, and nobody else is rung")
    func zero() async throws {
        let prompts = GatedPrompts(gated: "Bills from")
        let call = try await Self.call(Self.menu("")) {
            $0.library = prompts
            $0.listened = .zero
            $0.people = ["200": .answers(after: .zero)]
            $0.fault = { _, command in
                if command == "listen" { prompts.open() }
                return nil
            }
        }
        #expect(call.rang == ["200"], "\(call)")
    }
}

import Reception
import Rehearsal
import Testing

@Suite("Keys typed ahead")
struct TypeAheadTests {
    static let deep =
        #"{ "say": "Top.", "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "ring": "202" } } } } }"#
    static let answering: [String: Rehearsal.World.Telephone] = ["202": .answers(after: .seconds(1))]

    @Test("pass through several menus at once", arguments: ["12", "12 now"])
    func throughMenus(script: String) async throws {
        let call = try await Rehearsed(line(Self.deep), script) { $0.people = Self.answering }
        #expect(call.rang == ["202"], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("pass over a plain text, which the first key ends")
    func overText() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "A long greeting that regular callers know." }, { "say": "More." }, \#(Self.deep)]"#),
            "wait 1, 12 now"
        ) { $0.people = Self.answering }
        #expect(!call.said.contains { $0.hasPrefix("More.") || $0.hasPrefix("Top.") }, "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("are kept while the answer is given its silence")
    func duringAnswer() async throws {
        let call = try await Rehearsed(line(Self.deep), "1 at 0.1, 2 at 0.1") { $0.people = Self.answering }
        #expect(!call.said.contains { $0.hasPrefix("Top.") }, "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("are emptied by a wrong key")
    func emptiedByWrong() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "This text must be heard.", "interrupt": false }, \#(Self.deep)]"#),
            "812 now, hang up at 9"
        ) { $0.people = Self.answering }
        #expect(call.rang.contains("202") == false, "\(call)")
    }

    @Test("are emptied by a ring")
    func emptiedByRing() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "This is a text.", "interrupt": false }, { "ring": "201" }, \#(Self.deep)]"#),
            "1 now, hang up at 40")
        #expect(call.said.contains { $0.hasPrefix("Top.") }, "\(call)")
        #expect(!call.said.contains { $0.hasPrefix("Sub.") })
    }

    @Test("with a 0 among them lead to the operator instead of a ring")
    func zeroBeforeRing() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "This is a text.", "interrupt": false }, { "ring": "201" }]"#), "50 now")
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("with a 0 that nothing took lead to the operator before goodbye")
    func zeroBeforeGoodbye() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "This is a text.", "interrupt": false }"#), "50 now")
        #expect(call.rang == ["200"], "\(call)")
    }
}

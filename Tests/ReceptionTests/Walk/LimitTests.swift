import Reception
import Rehearsal
import Testing

@Suite("A limit")
struct LimitTests {
    static func limits(_ limits: String) -> String { #""limits": { \#(limits) }"# }
    static let simple = #"{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "A." } }, "wrong": 20, "silent": 20 }"#

    @Test("of mistakes leads to the operator at once, never to `otherwise`")
    func mistakes() async throws {
        let menu =
            #"{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "A." } }, "wrong": { "times": 9, "otherwise": { "say": "Own." } } }"#
        let call = try await Rehearsed(line(menu), "8, 8, 8, 8, 8")
        #expect(call.rang == ["200"], "\(call)")
        #expect(!call.said.contains("Own."))
        #expect(call.said.count { $0.hasPrefix("Sorry") } == 4)
    }

    @Test("of mistakes counts through all menus")
    func mistakesOfTheCall() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "b", "say": "B." }"#), Self.limits(#""mistakes": 3"#)), "8, 8, 1, 8")
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("of mistakes does not count silences")
    func silencesAreNone() async throws {
        let call = try await Rehearsed(line(Self.simple, Self.limits(#""mistakes": 2"#)), "wait 60, 8, hang up at 2")
        #expect(call.rang == [], "\(call)")
    }

    @Test("of mistakes counts refused entries as well")
    func refusedEntries() async throws {
        let call = try await Rehearsed(
            line(#"{ "callback": "office@miller.example" }"#, Self.limits(#""mistakes": 2"#)), "2, 12#, 13#")
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("of returns lets a menu be come back to five times, and the sixth leads to the operator")
    func returns() async throws {
        let call = try await Rehearsed(line(Self.simple), "1, 1, 1, 1, 1, 1")
        #expect(call.said.count { $0 == "A." } == 6, "\(call)")
        #expect(call.said.count { $0.contains("For a, press 1") } == 6)
        #expect(call.rang == ["200"])
    }

    @Test("of returns counts `again`")
    func againCounts() async throws {
        let call = try await Rehearsed(
            line(#"{ "menu": { "1": { "for": "a", "go": "again" } } }"#, Self.limits(#""returns": 2"#)), "1, 1, 1")
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.said.count { $0.contains("For a,") } == 3)
    }

    @Test("of returns counts a `back` into a menu, also by *")
    func backCounts() async throws {
        let menu = line(JumpTests.nested(#"{ "for": "b", "go": "back" }"#), Self.limits(#""returns": 2"#))
        let byStep = try await Rehearsed(menu, "1, 2, 1, 2, 1, 2")
        let byStar = try await Rehearsed(menu, "1, *, 1, *, 1, *")
        #expect(byStep.rang == ["200"], "\(byStep)")
        #expect(byStar.rang == ["200"], "\(byStar)")
    }

    @Test("of returns is per menu: another menu begins anew")
    func returnsPerMenu() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "b", "say": "B." }"#), Self.limits(#""returns": 2"#)),
            "1, 2, 2, *, 1, 2, 2, hang up at 5")
        #expect(call.rang == [], "\(call)")
    }

    @Test("of depth leads to the operator instead of a deeper menu")
    func depth() async throws {
        let call = try await Rehearsed(
            line(
                JumpTests.nested(#"{ "for": "b", "menu": { "3": { "for": "c", "say": "C." } } }"#),
                Self.limits(#""depth": 2"#)),
            "1, 2")
        #expect(call.rang == ["200"], "\(call)")
        #expect(!call.said.contains { $0.contains("For c") })
    }

    @Test("of depth is eight menus")
    func eight() async throws {
        let inner = (1...8).reduce(#"{ "say": "Bottom." }"#) { inner, level in
            #"{ "say": "Level \#(9 - level).", "menu": { "1": \#(inner) } }"#
        }
        let deep = try await Rehearsed(line(inner), "11111111, hang up at 2")
        #expect(deep.said.contains("Bottom."), "\(deep)")
        let deeper = try await Rehearsed(line(#"{ "menu": { "1": \#(inner) } }"#), "111111111")
        #expect(deeper.rang == ["200"], "\(deeper)")
    }

    @Test("of steps leads to the operator, and the second time to goodbye")
    func steps() async throws {
        let call = try await Rehearsed(
            line(Self.simple, operator: #"{ "go": "start" }"#, Self.limits(#""steps": 5, "returns": 100"#)),
            "1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1")
        #expect(call.steps.contains { $0.hasSuffix("limit steps reached") }, "\(call)")
        #expect(call.said.last == "Goodbye.")
        #expect(call.said.count { $0.hasPrefix("Hi.") } == 2)
        #expect(call.outcome == .goodbye)
    }

    @Test("of the call's time leads to the operator")
    func time() async throws {
        let call = try await Rehearsed(line(Self.simple, Self.limits(#""call": 60"#)), "hang up at 80")
        #expect(call.rang == ["200"], "\(call)")
        let rung = try #require(call.when("(rings 200)"))
        #expect((60...70).contains(rung.inSeconds))
    }

    @Test("of the call's time does not count talking")
    func talking() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "ring": "201", "then": { "menu": { "1": { "for": "a", "say": "A." } }, "silent": 2 } }"#,
                Self.limits(#""call": 60"#)), "1, hang up at 3"
        ) {
            $0.people = ["201": .answers(after: .zero)]
            $0.talk = .seconds(500)
        }
        #expect(call.said.contains("A."), "\(call)")
        #expect(!call.steps.contains { $0.contains("limit") })
    }

    @Test("of the call's time is looked at in questions, too")
    func timeInQuestions() async throws {
        let again = Array(repeating: "2, 07700900002#", count: 30).joined(separator: ", ")
        let call = try await Rehearsed(
            line(#"{ "callback": "office@miller.example" }"#, Self.limits(#""call": 60"#)), again)
        #expect(call.rang.first == "200", "\(call)")
        #expect(try #require(call.when("(rings 200)")) < .seconds(90))
    }
}

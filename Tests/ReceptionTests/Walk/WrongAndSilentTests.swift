import Reception
import Rehearsal
import Testing

@Suite("Wrong keys and silence")
struct WrongAndSilentTests {
    @Test("the first silence repeats the choices, the second leads to the operator")
    func silence() async throws {
        let call = try await Rehearsed(line(twoChoices))
        #expect(call.story[1...3] == ["Good day. " + twoChoicesAgain, twoChoicesAgain, "(rings 200)"], "\(call)")
    }

    @Test("a wrong key is told, and the third leads to the operator")
    func wrong() async throws {
        let call = try await Rehearsed(line(twoChoices), "8, 8, 8")
        let sorry = "Sorry, that is not one of the choices. " + twoChoicesAgain
        #expect(call.said.prefix(3) == ["Good day. " + twoChoicesAgain, sorry, sorry], "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("wrong keys and silences are counted apart")
    func apart() async throws {
        let call = try await Rehearsed(line(twoChoices), "8, silence, 8, 1") {
            $0.people = ["201": .answers(after: .seconds(1))]
        }
        #expect(call.rang == ["201"], "\(call)")
    }

    @Test("both counts restart when a choice is taken")
    func restart() async throws {
        let call = try await Rehearsed(
            line(#"{ "menu": { "1": { "for": "a", "say": "A." }, "2": { "for": "b", "ring": "202" } } }"#),
            "8, 8, silence, 1, 8, 8, silence, 2"
        ) { $0.people = ["202": .answers(after: .seconds(1))] }
        #expect(call.rang == ["202"], "\(call)")
    }

    @Test("both are counted per menu")
    func perMenu() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "ring": "202" } } } } }"#),
            "silence, 8, 1, silence, 8, 2"
        ) { $0.people = ["202": .answers(after: .seconds(1))] }
        #expect(call.rang == ["202"], "\(call)")
    }

    @Test("`wrong.say` is heard before the choices")
    func wrongSay() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "wrong": { "say": "Not that." }, "menu": { "1": { "for": "a", "say": "A." } } }"#),
            "8, hang up at 2")
        #expect(call.said.last == "Not that. For a, press 1. For the operator, press 0.", "\(call)")
    }

    @Test("`silent.say` is heard before the choices")
    func silentSay() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "silent": { "say": "Hello?" }, "menu": { "1": { "for": "a", "say": "A." } } }"#))
        #expect(call.said[1] == "Hello? For a, press 1. For the operator, press 0.", "\(call)")
    }

    @Test("their numbers come from the menu, else from `keys`")
    func numbers() async throws {
        let menu = #"{ "menu": { "1": { "for": "a", "say": "A." } }"#
        let own = try await Rehearsed(line(menu + #", "silent": 4 }"#))
        let keys = try await Rehearsed(line(menu + " }", #""keys": { "silent": 3 }"#))
        #expect(own.said.prefix { !$0.hasPrefix("Nobody") }.count == 4, "\(own)")
        #expect(keys.said.prefix { !$0.hasPrefix("Nobody") }.count == 3, "\(keys)")
    }

    @Test("`wrong.otherwise` stands before the step's `otherwise`")
    func wrongOtherwise() async throws {
        let call = try await Rehearsed(
            line(
                Self.rules(#""wrong": { "times": 1, "otherwise": { "say": "Own." } }, "otherwise": { "say": "Step." }"#)
            ),
            "8")
        #expect(call.said.suffix(2) == ["Own.", "Goodbye."], "\(call)")
    }

    @Test("`silent.otherwise` stands before the step's `otherwise`")
    func silentOtherwise() async throws {
        let call = try await Rehearsed(
            line(
                Self.rules(
                    #""silent": { "times": 1, "otherwise": { "say": "Own." } }, "otherwise": { "say": "Step." }"#)))
        #expect(call.said.suffix(2) == ["Own.", "Goodbye."], "\(call)")
    }

    @Test("the step's `otherwise` stands before the operator", arguments: ["8", ""])
    func stepOtherwise(script: String) async throws {
        let call = try await Rehearsed(
            line(Self.rules(#""wrong": 1, "silent": 1, "otherwise": { "say": "Step." }"#)), script)
        #expect(call.said.suffix(2) == ["Step.", "Goodbye."], "\(call)")
    }

    @Test("a step written for `wrong` is its `otherwise`")
    func stepForm() async throws {
        let call = try await Rehearsed(line(Self.rules(#""wrong": { "ring": "209" }"#)), "8, 8, 8")
        #expect(call.rang.first == "209", "\(call)")
    }

    @Test("after a menu's `otherwise` the list goes on")
    func listGoesOn() async throws {
        let menu = Self.rules(#""silent": { "times": 1, "otherwise": { "say": "Own." } }"#)
        let call = try await Rehearsed(line("[\(menu), { \"say\": \"Next.\" }]"))
        #expect(call.said.suffix(3) == ["Own.", "Next.", "Goodbye."], "\(call)")
    }

    @Test("`otherwise` may hear the menu again, which counts as a return")
    func otherwiseAgain() async throws {
        let call = try await Rehearsed(line(Self.rules(#""silent": { "times": 1, "otherwise": "again" }"#)))
        #expect(call.said.count { $0.contains("For a, press 1") } == 6, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("three unknown keys within three seconds lead to the operator at once, never to `otherwise`")
    func impatience() async throws {
        let call = try await Rehearsed(
            line(Self.rules(#""wrong": { "times": 9, "otherwise": { "say": "Own." } }"#)), "888")
        #expect(call.rang == ["200"], "\(call)")
        #expect(!call.said.contains("Own."))
        let times = call.transcript.filter { $0.what == .key("8") }.map(\.at)
        #expect(times.count == 3)
        #expect(call.when("(rings 200)") == times.last)
    }

    @Test("three unknown keys typed ahead lead to the operator as well")
    func impatienceTypedAhead() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "This text must be heard.", "interrupt": false }, \#(twoChoices)]"#), "888 now")
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.said.count { $0.contains("repairs") } == 0)
    }

    @Test("three unknown keys in more than three seconds are only wrong")
    func patience() async throws {
        let call = try await Rehearsed(
            line(Self.rules(#""wrong": 9"#)), "8, 8 at 1.6, 8 at 1.6, hang up at 1")
        #expect(call.rang == [], "\(call)")
    }

    @Test("keys dropped after a wrong entry count for impatience, not as mistakes")
    func droppedKeys() async throws {
        let call = try await Rehearsed(
            line(Self.rules(#""wrong": 9"#), #""limits": { "mistakes": 2 }"#), "88, hang up at 2")
        #expect(call.rang == [], "\(call)")
    }

    @Test("a 0 among the keys dropped after a wrong entry leads to the operator at once")
    func zeroAmongDropped() async throws {
        let call = try await Rehearsed(line(twoChoices), "80")
        #expect(call.when("(rings 200)") == call.when("[0]"), "\(call)")
    }

    @Test("a 0 typed ahead behind a wrong key leads to the operator")
    func zeroTypedAhead() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "This text must be heard.", "interrupt": false }, \#(twoChoices)]"#), "80 now")
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("`impatient` says how many unknown keys it takes")
    func impatientNumber() async throws {
        let call = try await Rehearsed(line(twoChoices, #""keys": { "impatient": 2 }"#), "88")
        #expect(call.when("(rings 200)").map { $0 < .seconds(9) } == true, "\(call)")
        #expect(call.said.count { $0.hasPrefix("Sorry") } == 1)
    }

    static func rules(_ more: String) -> String {
        #"{ "say": "Hi.", "menu": { "1": { "for": "a", "say": "A." } }, "# + more + " }"
    }
}

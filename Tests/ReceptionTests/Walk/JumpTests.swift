import Reception
import Rehearsal
import Testing

@Suite("A jump")
struct JumpTests {
    @Test("`go` drops the rest of every list up to the menu, and the target returns to that menu")
    func goInsideMenu() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Hi.", "menu": { "1": { "for": "news", "do": ["#
                    + #"{ "do": [{ "go": "news" }, { "say": "Never." }] }, { "say": "Nor this." }] } } }"#,
                #""steps": { "news": { "say": "News." } }"#), "1, hang up at 8")
        #expect(
            call.said == [
                "Hi. For news, press 1. For the operator, press 0.", "News.",
                "For news, press 1. For the operator, press 0.",
            ], "\(call)")
    }

    @Test("`go` at the top ends the line's list, and the target's end is the call's end")
    func goAtTop() async throws {
        let call = try await Rehearsed(
            line(#"[{ "go": "news" }, { "say": "Never." }]"#, #""steps": { "news": { "say": "News." } }"#))
        #expect(call.said == ["News.", "Goodbye."], "\(call)")
    }

    @Test("a step's name alone is `go`")
    func nameIsGo() async throws {
        let call = try await Rehearsed(line(#""news""#, #""steps": { "news": { "say": "News." } }"#))
        #expect(call.said == ["News.", "Goodbye."], "\(call)")
    }

    @Test("`start` forgets all menus and their path")
    func start() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Top.", "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": { "for": "b", "go": "start" } } },"#
                    + #" "3": { "for": "c", "ring": "203" } } }"#),
            "1, 2, 3"
        ) { $0.people = ["203": .answers(after: .seconds(1))] }
        #expect(call.variables["ATTENDANT_PATH"] == "3 C", "\(call)")
        #expect(call.said.count { $0.hasPrefix("Top.") } == 2)
    }

    @Test("`closed` leads to the closed step")
    func closed() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Hi.", "menu": { "1": { "for": "a", "go": "closed" } } }"#,
                #""closed": { "say": "We are closed." }"#, StepOrderTests.hours), "1")
        #expect(call.said.suffix(2) == ["We are closed.", "Goodbye."], "\(call)")
    }

    @Test("`back` leads to the menu above, whose choices are heard again")
    func back() async throws {
        let call = try await Rehearsed(line(Self.nested(#"{ "for": "back", "go": "back" }"#)), "1, 2, hang up at 5")
        #expect(
            call.said == [
                "Top. For a, press 1. For the operator, press 0.",
                "Sub. For back, press 2. For the operator, press 0.",
                "For a, press 1. For the operator, press 0.",
            ], "\(call)")
    }

    @Test("`back` in the top menu repeats it")
    func backAtTop() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Top.", "menu": { "1": { "for": "a", "go": "back" } } }"#), "1, hang up at 5")
        #expect(call.said.last == "For a, press 1. For the operator, press 0.", "\(call)")
        #expect(call.said.count == 2)
    }

    @Test("`again` repeats this menu, not the one above")
    func again() async throws {
        let call = try await Rehearsed(line(Self.nested(#"{ "for": "more", "go": "again" }"#)), "1, 2, hang up at 5")
        #expect(call.said.last == "For more, press 2. For the operator, press 0.", "\(call)")
        #expect(call.said.count == 3)
    }

    @Test("`operator` never returns to the menu")
    func operatorNeverReturns() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Top.", "menu": { "1": { "for": "a", "go": "operator" } } }"#,
                operator: #"{ "say": "The operator is at lunch." }"#), "1")
        #expect(call.said.suffix(2) == ["The operator is at lunch.", "Goodbye."], "\(call)")
    }

    @Test("`hangup` ends the call at once, without a goodbye of ours")
    func hangup() async throws {
        let call = try await Rehearsed(line(#"[{ "say": "Bye now." }, { "go": "hangup" }, { "say": "Never." }]"#))
        #expect(call.said == ["Bye now."], "\(call)")
        #expect(call.outcome == .goodbye)
        #expect(call.lineHungUp)
    }

    @Test("a named step may be shared by many menus and returns to the one it was chosen in")
    func sharedStep() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Top.", "menu": { "1": { "for": "news", "go": "news" }, "2": { "for": "sub", "say": "Sub.", "#
                    + #""menu": { "1": { "for": "news", "go": "news" } } } } }"#,
                #""steps": { "news": { "say": "News." } }"#), "1, 2, 1, hang up at 8")
        #expect(
            call.said.map { $0.prefix(8) } == ["Top. For", "News.", "For news", "Sub. For", "News.", "For news"],
            "\(call)")
        #expect(call.said.last == "For news, press 1. For the operator, press 0.")
    }

    static func nested(_ choice: String) -> String {
        #"{ "say": "Top.", "menu": { "1": { "for": "a", "say": "Sub.", "menu": { "2": "# + choice + " } } } }"
    }
}

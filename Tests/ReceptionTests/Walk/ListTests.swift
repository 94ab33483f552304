import Reception
import Rehearsal
import Testing

@Suite("A list of steps")
struct ListTests {
    @Test("tries its steps in order until one keeps the call")
    func inOrder() async throws {
        let call = try await Rehearsed(
            line(#"[{ "ring": "201" }, { "ring": "202" }, { "ring": "203" }]"#)
        ) { $0.people = ["202": .answers(after: .seconds(2))] }
        #expect(call.rang == ["201", "202"], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("whose last tried step was an untaken ring leads to `unanswered`")
    func untakenLast() async throws {
        let call = try await Rehearsed(line(#"[{ "say": "Hello." }, { "ring": "201" }]"#, Self.sorry))
        #expect(call.said == ["Hello.", "Sorry.", "Goodbye."], "\(call)")
    }

    @Test("whose last tried step only speaks ends with goodbye, whatever was rung before")
    func sayTakesThePlace() async throws {
        let call = try await Rehearsed(line(#"[{ "ring": "201" }, { "say": "Call later." }]"#, Self.sorry))
        #expect(call.said == ["Call later.", "Goodbye."], "\(call)")
    }

    @Test("looks past steps whose `when` is false for the last tried one")
    func skippedIsNoTry() async throws {
        let call = try await Rehearsed(
            line(#"[{ "ring": "201" }, { "when": "closed", "say": "Closed." }]"#, Self.sorry, StepOrderTests.hours))
        #expect(call.said == ["Sorry.", "Goodbye."], "\(call)")
    }

    @Test("inside another passes the outcome of its last tried step outward")
    func innerUntaken() async throws {
        let call = try await Rehearsed(line(#"[{ "do": [{ "say": "A." }, { "ring": "201" }] }]"#, Self.sorry))
        #expect(call.said == ["A.", "Sorry.", "Goodbye."], "\(call)")
    }

    @Test("goes on after an inner list that nobody took")
    func innerThenNext() async throws {
        let call = try await Rehearsed(line(#"[{ "do": [{ "ring": "201" }] }, { "say": "Next." }]"#, Self.sorry))
        #expect(call.said == ["Next.", "Goodbye."], "\(call)")
    }

    @Test("that nobody took runs its `otherwise` instead of `unanswered`")
    func innerOtherwise() async throws {
        let call = try await Rehearsed(
            line(#"{ "do": [{ "ring": "201" }], "otherwise": { "say": "Instead." } }"#, Self.sorry))
        #expect(call.said == ["Instead.", "Goodbye."], "\(call)")
    }

    @Test("that did its work runs its `then`")
    func innerThen() async throws {
        let call = try await Rehearsed(line(#"{ "do": [{ "say": "A." }], "then": { "say": "B." } }"#, Self.sorry))
        #expect(call.said == ["A.", "B.", "Goodbye."], "\(call)")
    }

    @Test("none of whose steps may run ends with goodbye")
    func nothingToDo() async throws {
        let call = try await Rehearsed(
            line(#"[{ "when": "closed", "say": "Closed." }]"#, Self.sorry, StepOrderTests.hours))
        #expect(call.said == ["Goodbye."], "\(call)")
        #expect(call.outcome == .goodbye)
    }

    @Test("that ends inside a choice leads to that menu again")
    func endInsideChoice() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "say": "Welcome.", "menu": { "1": { "for": "news", "do": [{ "say": "A." }, { "say": "B." }] } } }"#),
            "1, hang up at 6")
        #expect(
            call.said == [
                "Welcome. For news, press 1. For the operator, press 0.", "A.", "B.",
                "For news, press 1. For the operator, press 0.",
            ], "\(call)")
    }

    @Test("inside a choice that nobody took leads to `unanswered`, not to the menu")
    func untakenInsideChoice() async throws {
        let call = try await Rehearsed(line(twoChoices, Self.sorry), "1")
        #expect(call.said.suffix(2) == ["Sorry.", "Goodbye."], "\(call)")
        #expect(call.said.count == 3)
    }

    static let sorry = #""unanswered": { "say": "Sorry." }"#
}

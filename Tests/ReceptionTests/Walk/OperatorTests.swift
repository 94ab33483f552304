import Reception
import Rehearsal
import Testing

@Suite("The operator")
struct OperatorTests {
    static let openOnly = #"{ "when": "open", "ring": "200" }"#
    static let night =
        #""timezone": "Europe/London", "hours": { "mon-fri": "9-17" }, "unanswered": { "say": "Sorry." }"#

    @Test("is announced last")
    func announcedLast() async throws {
        let call = try await Rehearsed(line(twoChoices))
        #expect(call.said.first?.hasSuffix("For bills, press 2. For the operator, press 0.") == true, "\(call)")
    }

    @Test("is left out of the announcement while its `when` is false")
    func leftOut() async throws {
        let menu = line(twoChoices, operator: Self.openOnly, Self.night)
        let day = try await Rehearsed(menu) { $0.at = "2026-03-03 10:00" }
        let night = try await Rehearsed(menu) { $0.at = "2026-03-03 20:00" }
        #expect(day.said.first?.contains("operator") == true, "\(day)")
        #expect(night.said.first?.contains("operator") == false, "\(night)")
    }

    @Test("whose `when` is false leads to `unanswered`, for 0 still works")
    func zeroAtNight() async throws {
        let call = try await Rehearsed(line(twoChoices, operator: Self.openOnly, Self.night), "0") {
            $0.at = "2026-03-03 20:00"
        }
        #expect(call.rang == [])
        #expect(call.said.suffix(2) == ["Sorry.", "Goodbye."], "\(call)")
    }

    @Test("that nobody takes leads to `unanswered`")
    func notTaken() async throws {
        let call = try await Rehearsed(line(twoChoices, #""unanswered": { "say": "Sorry." }"#), "0")
        #expect(call.rang == ["200"])
        #expect(call.said.suffix(2) == ["Sorry.", "Goodbye."], "\(call)")
    }

    @Test("may be a step that is no ring: done ends the call, not done leads to `unanswered`")
    func otherSteps() async throws {
        let menu = line(twoChoices, operator: #"{ "callback": "office@miller.example" }"#, ListTests.sorry)
        let done = try await Rehearsed(menu, "0, 1")
        let notDone = try await Rehearsed(menu, "0, *")
        #expect(done.outcome == .callback, "\(done)")
        #expect(notDone.said.suffix(2) == ["Sorry.", "Goodbye."], "\(notDone)")
    }

    @Test("may be a list of people, rung in turn")
    func list() async throws {
        let call = try await Rehearsed(line(twoChoices, operator: #"["200", "209"]"#), "0") {
            $0.people = ["209": .answers(after: .seconds(1))]
        }
        #expect(call.rang == ["200", "209"], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("sees the label Operator when nothing was chosen")
    func label() async throws {
        let call = try await Rehearsed(line(twoChoices), "0") { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.shown == ["Operator: +447700900001"], "\(call)")
        #expect(call.variables["ATTENDANT_LABEL"] == "Operator")
        #expect(call.variables["ATTENDANT_PATH"]?.isEmpty == true)
    }

    @Test("sees what was chosen, and on which path")
    func chosenLabel() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "the boiler", "say": "Words about boilers." }"#)), "1, 2, 0 at 0.5"
        ) { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.shown == ["Boiler: +447700900001"], "\(call)")
        #expect(call.variables["__ATTENDANT_PATH"] == "1 A › 2 Boiler")
        #expect(call.variables["ATTENDANT_PATH"] == "1 A › 2 Boiler")
    }

    @Test("has its own explicit label, whatever was chosen")
    func ownLabel() async throws {
        let call = try await Rehearsed(
            line(
                JumpTests.nested(#"{ "for": "b", "say": "Words about boilers." }"#),
                operator: #"{ "label": "Front desk", "ring": "200" }"#), "1, 2, 0 at 0.5"
        ) { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.shown == ["Front desk: +447700900001"], "\(call)")
    }

    @Test("may itself be a menu, in which 0 begins again")
    func menu() async throws {
        let call = try await Rehearsed(
            line(twoChoices, operator: #"{ "say": "Who?", "menu": { "1": { "for": "anna", "ring": "209" } } }"#),
            "0, 0, 1"
        ) { $0.people = ["209": .answers(after: .zero)] }
        #expect(call.said.count { $0.hasPrefix("Who?") } == 2, "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test(
        "that is a menu and is met with silence, or with 0 only, ends as a written request, not in circles",
        arguments: ["silence, silence, silence, silence, silence, silence, 1", "0, 0, 0, 1"])
    func leadsToItself(script: String) async throws {
        let call = try await Rehearsed(
            line(twoChoices, operator: #"{ "say": "Who?", "menu": { "1": { "for": "anna", "ring": "209" } } }"#), script
        )
        #expect(call.outcome == .callback, "\(call)")
        #expect(call.callbacks.count == 1)
        #expect(call.length < .seconds(120))
    }

    @Test("is tried again by a 0 in what follows for an unanswered call, however often he led to himself")
    func zeroAfterUnanswered() async throws {
        let call = try await Rehearsed(
            line(twoChoices, operator: #"{ "say": "Who?", "menu": { "1": { "for": "anna", "ring": "209" } } }"#),
            "0, 0, 0, 0 at 1, 1"
        ) { $0.people = ["209": .answers(after: .zero)] }
        #expect(call.said.count { $0.hasPrefix("Who?") } == 3, "\(call)")
        #expect(call.outcome == .talked)
    }
}

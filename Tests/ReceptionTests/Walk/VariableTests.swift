import Reception
import Rehearsal
import Testing

@Suite("A variable in a text")
struct VariableTests {
    static func said(_ text: String, _ more: String..., change: (inout Rehearsed.World) -> Void = { _ in }) async throws
        -> String?
    {
        let members = more.joined(separator: ", ")
        let menu = more.isEmpty ? line(#"{ "say": "\#(text)" }"#) : line(#"{ "say": "\#(text)" }"#, members)
        return try await Rehearsed(menu, "", change).said.first
    }

    @Test("is the caller's number, or the text for a missing one")
    func callerNumber() async throws {
        #expect(try await Self.said("From {caller.number:phone|nowhere}.") == "From 0 7 7, 0 0 9, 0 0 0, 0 1.")
        let hidden = try await Self.said("From {caller.number:phone|nowhere}.") { $0.isWithheld = true }
        #expect(hidden == "From nowhere.")
    }

    @Test("is the caller's name, else the number, else anonymous")
    func callerName() async throws {
        #expect(try await Self.said("Hello {caller.name}.") { $0.name = "Ann" } == "Hello Ann.")
        #expect(try await Self.said("Hello {caller.name}.") { $0.isWithheld = true } == "Hello anonymous.")
    }

    @Test("is when the office opens next, said when it is reached")
    func openNext() async throws {
        let said = try await Self.said("We open {open.next}.", StepOrderTests.hours) { $0.at = "2026-03-06 20:00" }
        #expect(said == "We open on Monday at 9.")
    }

    @Test("is when the schedule opens whose `when` was false last")
    func nearestSchedule() async throws {
        let call = try await Rehearsed(
            line(
                #"[{ "when": { "open": "shop" }, "say": "Shop." }, { "say": "Opens {open.next}." }]"#,
                #""timezone": "Europe/London", "hours": { "office": { "mon-fri": "9-17" }, "shop": { "sat": "10-12" } }"#
            ))
        #expect(call.said.first == "Opens on Saturday at 10.", "\(call)")
    }

    @Test("is the promised moment after a callback")
    func callbackWhen() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "callback": "office", "thanks": "Until {callback.when}." }"#,
                #""callbacks": { "office": { "within": 7200 } }"#, StepOrderTests.hours), "1"
        ) { $0.at = "2026-03-03 15:50" }
        #expect(call.said.last == "Until tomorrow by 10.", "\(call)")
    }

    @Test("from outside is never read as markup or control characters")
    func hostile() async throws {
        let said = try await Self.said("Hello {caller.name}.") { $0.name = "Ann\r\n<b>\u{7}[[x" }
        #expect(said?.contains { "<\r\n\u{7}".contains($0) } == false, "\(said ?? "")")
        #expect(said?.contains("[[") == false)
    }
}

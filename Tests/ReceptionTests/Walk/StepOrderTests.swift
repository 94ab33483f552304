import Reception
import Rehearsal
import Testing

@Suite("A step")
struct StepOrderTests {
    @Test("says its text, then does its verb, then runs what follows done")
    func sayVerbThen() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "One moment.", "ring": "201", "then": { "say": "Thank you." } }"#)
        ) { $0.people = ["201": .answers(after: .seconds(3))] }
        #expect(
            call.story.filter { !$0.hasPrefix("(shows") } == [
                "(answered)", "One moment.", "(rings 201)", "(201 answers)", "(the talk ends)", "Thank you.",
                "Goodbye.", "(the line hangs up)",
            ], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("whose `when` is false says nothing, counts as not done, and runs `otherwise`")
    func falseWhen() async throws {
        let call = try await Rehearsed(
            line(
                #"[{ "when": "closed", "say": "We are closed.", "otherwise": { "say": "We are open." } }]"#,
                Self.hours))
        #expect(call.said == ["We are open.", "Goodbye."], "\(call)")
    }

    @Test("whose `when` holds does not run `otherwise`")
    func trueWhen() async throws {
        let call = try await Rehearsed(
            line(#"[{ "when": "open", "say": "We are open.", "otherwise": { "say": "No." } }]"#, Self.hours))
        #expect(call.said == ["We are open.", "Goodbye."], "\(call)")
    }

    @Test("looks at the clock when it is reached, not when the call began")
    func clockWhenReached() async throws {
        let say = String(repeating: "word ", count: 200)
        let call = try await Rehearsed(
            line(#"[{ "say": "\#(say)" }, { "when": "open", "say": "Still open." }, { "say": "Done." }]"#, Self.hours)
        ) { $0.at = "2026-03-03 16:59:30" }
        #expect(call.said.suffix(2) == ["Done.", "Goodbye."], "\(call)")
    }

    @Test("without a verb speaks and is done")
    func onlySpeaks() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hello.", "then": { "say": "And." }, "otherwise": { "say": "Never." } }"#))
        #expect(call.said == ["Hello.", "And.", "Goodbye."], "\(call)")
    }

    @Test("that is not done runs `otherwise`, and then the list goes on")
    func otherwise() async throws {
        let call = try await Rehearsed(
            line(#"[{ "ring": "201", "otherwise": { "say": "Nobody." } }, { "say": "Next." }]"#))
        #expect(call.rang == ["201"])
        #expect(call.said == ["Nobody.", "Next.", "Goodbye."], "\(call)")
    }

    @Test("that kept the call runs `then`, and then the call ends: the list never goes on")
    func listNeverGoesOn() async throws {
        let call = try await Rehearsed(
            line(#"[{ "ring": "201", "then": { "say": "Thanks." } }, { "say": "Never." }]"#)
        ) { $0.people = ["201": .answers(after: .seconds(1))] }
        #expect(call.said == ["Thanks.", "Goodbye."], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("whose `then` jumps after a talk goes on there")
    func thenJumps() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "ring": "201", "then": "after" }"#, #""steps": { "after": { "say": "How was it?" } }"#)
        ) { $0.people = ["201": .answers(after: .seconds(1))] }
        #expect(call.said == ["How was it?", "Goodbye."], "\(call)")
        #expect(call.outcome == .talked)
    }

    static let hours = #""timezone": "Europe/London", "hours": { "mon-fri": "9-17" }"#
}

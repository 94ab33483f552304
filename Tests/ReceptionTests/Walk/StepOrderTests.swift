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
                "Goodbye.",
                "(the line hangs up)",
            ], "\(call)")
        #expect(call.outcome == .talked)
    }
}

import Reception
import Rehearsal
import Testing

@Suite("The end of a call")
struct EndTests {
    @Test("tells the dialplan its status, label and path, and hangs up")
    func told() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "b", "callback": "x@miller.example" }"#)), "1, 2, 1")
        #expect(call.variables["ATTENDANT_STATUS"] == "callback", "\(call)")
        #expect(call.variables["ATTENDANT_LABEL"] == "B")
        #expect(call.variables["ATTENDANT_PATH"] == "1 A › 2 B")
        #expect(call.story.last == "(the line hangs up)")
    }

    @Test("is noted once, with the same status, label and path")
    func row() async throws {
        let call = try await Rehearsed(line(twoChoices), "1") { $0.people = ["201": .answers(after: .seconds(3))] }
        let end = try #require(call.end)
        #expect(call.ledger.ends.count == 1)
        #expect(end.outcome == .talked, "\(call)")
        #expect(end.label == "Repairs")
        #expect(end.path == "1 Repairs")
        #expect(end.call == "call-1")
        #expect(end.leaves == nil)
    }

    @Test("after something was achieved keeps that as its status", arguments: ["1, hang up", "1, hang up at 9"])
    func achieved(script: String) async throws {
        let call = try await Rehearsed(
            line(#"{ "callback": "x@miller.example", "then": { "say": "A few more words for you." } }"#), script)
        #expect(call.outcome == .callback, "\(call)")
    }

    @Test("with goodbye is one of ours")
    func goodbye() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi." }"#))
        #expect(call.outcome == .goodbye)
        #expect(call.story.suffix(2) == ["Goodbye.", "(the line hangs up)"], "\(call)")
    }

    @Test("notes the steps in the order in which they were entered, with keys and results")
    func steps() async throws {
        let call = try await Rehearsed(
            line(
                #"[{ "say": "Hi." }, { "menu": { "1": { "for": "a", "do": [{ "ring": "201" }, "news"] } } }]"#,
                #""steps": { "news": { "say": "News." } }"#), "1, hang up at 30")
        let rows = call.ledger.steps.sorted { $0.order < $1.order }
        #expect(rows.map(\.order) == Array(0..<rows.count), "\(call)")
        #expect(rows.map(\.call).allSatisfy { $0 == "call-1" })
        #expect(rows.allSatisfy { $0.entered <= $0.left })
        #expect(
            call.steps == [
                "start: hung up", "start[0]: done", "start[1]: hung up", "start[1].menu.1: went to news",
                "start[1].menu.1.do[0]: nobody took it", "start[1].menu.1.do[0]: rang 201: no answer",
                "start[1].menu.1.do[1]: went to news", "steps.news: done",
            ], "\(call)")
        #expect(rows.filter { !$0.keys.isEmpty }.map { "\($0.path) \($0.keys)" } == ["start[1] 1"])
    }

    @Test("notes why a `when` did not hold")
    func whyNot() async throws {
        let call = try await Rehearsed(
            line(#"[{ "when": "open", "say": "Open." }, { "say": "Hi." }]"#, StepOrderTests.hours)
        ) { $0.at = "2026-03-07 10:00" }
        #expect(call.steps.contains { $0.hasPrefix("start[0]: not done: ") && $0.contains("closed") }, "\(call)")
    }
}

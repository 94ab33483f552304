import Reception
import Rehearsal
import Testing

@Suite("A call that nobody takes")
struct UnansweredTests {
    @Test("hears that nobody can take it, and is offered a callback")
    func byDefault() async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#), "1")
        #expect(
            call.said.prefix(2) == [
                "Nobody can take your call right now.",
                "We can call you back on 0 7 7, 0 0 9, 0 0 0, 0 1. If that is right, press 1. "
                    + "For another number, press 2. To go back, press star.",
            ], "\(call)")
        #expect(call.outcome == .callback)
        #expect(call.callbacks.map(\.list) == ["missed"])
    }

    @Test("is noted on the first list of `callbacks`")
    func firstList() async throws {
        let call = try await Rehearsed(
            line(#"{ "ring": "201" }"#, #""callbacks": { "office": {}, "other": {} }"#), "1")
        #expect(call.callbacks.map(\.list) == ["office"], "\(call)")
    }

    @Test("is noted on the first list that any step names where `callbacks` has none")
    func namedList() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "menu": { "1": { "for": "a", "ring": "201" }, "2": { "for": "b", "callback": "b@miller.example" } } }"#
            ),
            "1, 1")
        #expect(call.callbacks.map(\.list) == ["b@miller.example"], "\(call)")
        #expect(call.callbacks.first?.notify == ["b@miller.example"])
        #expect(call.callbacks.first?.reason == "1 A")
        #expect(call.callbacks.first?.label == "A")
    }

    @Test("that declines the callback hears goodbye")
    func declines() async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201" }"#), "*")
        #expect(call.said.last == "Goodbye.", "\(call)")
        #expect(call.callbacks.isEmpty)
        #expect(call.outcome == .goodbye)
    }

    @Test("reaches `unanswered` once, and then goodbye")
    func once() async throws {
        let call = try await Rehearsed(
            line(#"{ "ring": "201" }"#, #""unanswered": { "say": "Sorry.", "ring": "203" }"#))
        #expect(call.rang == ["201", "203"], "\(call)")
        #expect(call.said == ["Sorry.", "Goodbye."])
        #expect(call.outcome == .goodbye)
    }

    @Test("may choose in a menu of `unanswered`, and a ring there that nobody takes is goodbye")
    func menu() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "ring": "201" }"#,
                #""unanswered": { "say": "Sorry.", "menu": { "1": { "for": "anna", "ring": "203" } } }"#), "1")
        #expect(call.rang == ["201", "203"], "\(call)")
        #expect(call.said.last == "Goodbye.")
        #expect(call.said.count == 2)
    }

    @Test("may be led from `unanswered` to the start, and a second miss is goodbye")
    func startAgain() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "ring": "201" }"#, #""unanswered": "start""#))
        #expect(call.said == ["Hi.", "Hi.", "Goodbye."], "\(call)")
    }

    @Test("goes to the step's `otherwise` and not to `unanswered`")
    func otherwise() async throws {
        let call = try await Rehearsed(
            line(#"{ "ring": "201", "otherwise": { "say": "Own." } }"#, ListTests.sorry))
        #expect(call.said == ["Own.", "Goodbye."], "\(call)")
    }
}

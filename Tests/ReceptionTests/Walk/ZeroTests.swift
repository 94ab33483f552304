import Reception
import Rehearsal
import Testing

@Suite("0")
struct ZeroTests {
    @Test("stops a plain text and leads to the operator")
    func inText() async throws {
        let call = try await Rehearsed(
            line(#"[{ "say": "A text that goes on for quite a while." }, { "say": "More." }]"#), "wait 1, 0 now")
        #expect(call.when("(rings 200)") == call.when("[0]"), "\(call)")
        #expect(!call.said.contains("More."))
    }

    @Test("in a menu acts at once, during the prompt and after it", arguments: ["wait 1, 0 now", "0"])
    func inMenu(script: String) async throws {
        let call = try await Rehearsed(line(twoChoices), script)
        #expect(call.when("(rings 200)") == call.when("[0]"), "\(call)")
    }

    @Test("in a confirmation acts at once")
    func inConfirmation() async throws {
        let call = try await Rehearsed(line(#"{ "callback": "office@miller.example" }"#), "0")
        #expect(call.when("(rings 200)") == call.when("[0]"), "\(call)")
    }

    @Test("as the whole number of a callback means the operator, after # or a pause", arguments: ["0#", "00", "0"])
    func inNumber(keys: String) async throws {
        let call = try await Rehearsed(line(#"{ "callback": "office@miller.example", "number": "ask" }"#), keys)
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("as the first digit of a callback's number is a digit")
    func firstDigit() async throws {
        let call = try await Rehearsed(
            line(#"{ "callback": "office@miller.example", "number": "ask" }"#), "07700900002#, 1")
        #expect(call.callbacks.first?.number == "+447700900002", "\(call)")
    }

    @Test("that a choice of the menu has is that choice, and the operator is not announced")
    func ownZero() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "menu": { "0": { "for": "the front desk", "ring": "209" } } }"#), "0")
        #expect(call.said.first == "Hi. For the front desk, press 0.", "\(call)")
        #expect(call.rang.first == "209")
    }

    @Test("does nothing while telephones ring")
    func whileRinging() async throws {
        let call = try await Rehearsed(line(#"[{ "ring": "201", "seconds": 10 }, { "ring": "202" }]"#), "wait 3, 0 now")
        #expect(call.rang.prefix(2) == ["201", "202"], "\(call)")
    }

    @Test("on the way to the operator is not asked for twice")
    func onTheWay() async throws {
        let call = try await Rehearsed(
            line(twoChoices, operator: #"{ "say": "I connect you to somebody who can help.", "ring": "200" }"#),
            "0, 0 at 0.5")
        #expect(call.said.count { $0.hasPrefix("I connect") } == 1, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("pressed in the default `unanswered` leads to the operator again, and then to goodbye")
    func inUnanswered() async throws {
        let call = try await Rehearsed(line(#"{ "ring": "201", "seconds": 5 }"#), "0, hang up at 90")
        #expect(call.rang == ["201", "200"], "\(call)")
        #expect(call.said.count { $0.hasPrefix("Nobody") } == 1)
        #expect(call.said.last == "Goodbye.")
    }
}

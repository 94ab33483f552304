import Reception
import Rehearsal
import Testing

@Suite("A text that must be heard")
struct InterruptTests {
    static let text = Array(repeating: "Important words.", count: 10).joined(separator: " ")
    static let start = #"[{ "say": "\#(text)", "interrupt": false }, \#(twoChoices)]"#

    @Test("plays to its end whatever is pressed, and goes on from where it was")
    func playsOn() async throws {
        let quiet = try await Rehearsed(line(Self.start), "wait 1, hang up at 100")
        let pressed = try await Rehearsed(line(Self.start), "wait 1, 1 now, 8 at 2, hang up at 100")
        #expect(pressed.said.count { $0 == Self.text } == 1, "\(pressed)")
        let length = Double(Self.text.count) / 14
        #expect(abs((try #require(pressed.when("(rings 201)"))).inSeconds - 0.3 - length) < 0.2, "\(pressed)")
        #expect(quiet.when("Good day. " + twoChoicesAgain).map { abs($0.inSeconds - 0.3 - length) < 0.2 } == true)
    }

    @Test("keeps the keys for later")
    func keepsKeys() async throws {
        let call = try await Rehearsed(line(Self.start), "wait 1, 2 now")
        #expect(call.rang.first == "202", "\(call)")
    }

    @Test("keeps a 0, which acts at its end")
    func zeroAtTheEnd() async throws {
        let call = try await Rehearsed(line(Self.start), "wait 1, 0 now")
        let length = Double(Self.text.count) / 14
        #expect(call.rang.first == "200", "\(call)")
        #expect(abs((try #require(call.when("(rings 200)"))).inSeconds - 0.3 - length) < 0.2, "\(call)")
        #expect(call.said.first == Self.text)
        #expect(!call.said.contains { $0.contains("repairs") })
    }

    @Test("may be a menu's own, whose keys count at its end")
    func menu() async throws {
        let call = try await Rehearsed(
            line(#"{ "say": "Hi.", "interrupt": false, "menu": { "1": { "for": "a", "ring": "201" } } }"#), "1 now")
        let length = Double("Hi. For a, press 1. For the operator, press 0.".count) / 14
        #expect(try #require(call.when("(rings 201)")).inSeconds > length, "\(call)")
    }

    @Test("that may be interrupted ends with the first key")
    func interruptible() async throws {
        let call = try await Rehearsed(line(#"[{ "say": "\#(Self.text)" }, \#(twoChoices)]"#), "wait 1, 2 now")
        #expect(call.when("(rings 202)") == call.when("[2]"), "\(call)")
    }

    @Test("a channel that tells of a key whenever something plays does not keep a prompt for ever")
    func stuck() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Hi.", "interrupt": false, "go": "hangup" }"#)) {
            $0.stuckKey = Key("5")
        }
        #expect(call.end != nil, "\(call)")
    }
}

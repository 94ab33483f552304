import Reception
import Rehearsal
import Testing

@Suite("A message")
struct VoicemailTests {
    static let ask = "Please leave your message after the tone. When you have finished, press pound."
    static let review = "To send your message, press 1. To record it again, press 2. To listen to it, press 3."
    static let thanks = "Thank you. Your message will be passed on. Goodbye."

    static func menu(_ fields: String = "") -> String {
        line(#"[{ "voicemail": "anna@miller.example"\#(fields) }, { "say": "Next." }]"#)
    }

    @Test("is asked for, recorded, reviewed, kept, and only then thanked for")
    func sent() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6, 1") { $0.name = "Ann Smith" }
        #expect(call.said == [Self.ask, Self.review, Self.thanks], "\(call)")
        let row = try #require(call.messages.first)
        #expect(row.recipient == "anna@miller.example")
        #expect(row.length == .seconds(6))
        #expect(row.number == "+447700900001")
        #expect(row.callerName == "Ann Smith")
        #expect(row.file.hasPrefix("/messages/call-1") && row.file.hasSuffix(".wav"))
        #expect(row.notify == ["anna@miller.example"])
        #expect(call.outcome == .voicemail)
        #expect(call.lineHungUp)
    }

    @Test("has the step's own text instead of the phrase")
    func ownPrompt() async throws {
        let call = try await Rehearsed(line(#"{ "say": "Speak now.", "voicemail": "a@miller.example" }"#), "speak 6, 1")
        #expect(call.said.first == "Speak now.", "\(call)")
    }

    @Test("shorter than `min` is none, and the next step follows")
    func tooShort() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 1")
        #expect(call.messages.isEmpty, "\(call)")
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."])
        let short = try await Rehearsed(Self.menu(#", "min": 0.5"#), "speak 1, 1")
        #expect(short.messages.count == 1, "\(short)")
    }

    @Test("that is not spoken at all is none")
    func silent() async throws {
        let call = try await Rehearsed(Self.menu())
        #expect(call.messages.isEmpty, "\(call)")
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."])
    }

    @Test("is recorded again after 2, and only the last is kept")
    func again() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6, 2, speak 9, 1")
        #expect(call.messages.map(\.length) == [.seconds(9)], "\(call)")
        #expect(call.story.count { $0 == "(records)" } == 2)
    }

    @Test("is played after 3, and then reviewed again")
    func listen() async throws {
        let commands = Commands()
        let call = try await Rehearsed(Self.menu(), "speak 6, 3, 1") { $0.fault = commands.note }
        #expect(call.said.count { $0 == Self.review } == 2, "\(call)")
        #expect(call.messages.count == 1)
        let reviews = call.transcript.filter { $0.what == .said(Self.review) }.map(\.at)
        #expect(reviews[1] - reviews[0] > .seconds(6), "the message itself was heard")
    }

    @Test("is sent after two silences at its review")
    func silences() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6")
        #expect(call.said == [Self.ask, Self.review, Self.review, Self.thanks], "\(call)")
        #expect(call.messages.count == 1)
    }

    @Test("is not reviewed where `review` is false")
    func withoutReview() async throws {
        let call = try await Rehearsed(Self.menu(#", "review": false"#), "speak 6")
        #expect(call.said == [Self.ask, Self.thanks], "\(call)")
    }

    @Test("ended by any key is reviewed")
    func endedByKey() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6, 5 now, 1")
        #expect(call.said.prefix(2) == [Self.ask, Self.review], "\(call)")
        #expect(call.messages.count == 1)
    }

    @Test("ended by 0 is kept, and the operator follows")
    func endedByZero() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6, 0 now")
        #expect(call.messages.count == 1, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("ended by 0 before `min` is not kept, and the operator follows")
    func zeroTooSoon() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 1, 0 now")
        #expect(call.messages.isEmpty, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("is kept when the caller hangs up", arguments: ["speak 6, hang up", "speak 6, wait 8, hang up"])
    func hangUp(script: String) async throws {
        let call = try await Rehearsed(Self.menu(), script)
        #expect(call.messages.count == 1, "\(call)")
        #expect(call.outcome == .voicemail)
    }

    @Test("is kept when 0 is pressed at its review")
    func zeroAtReview() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6, 0")
        #expect(call.messages.count == 1, "\(call)")
        #expect(call.rang == ["200"])
    }

    @Test("that cannot be kept is not thanked for: the operator follows")
    func notKept() async throws {
        let call = try await Rehearsed(Self.menu(), "speak 6, 1") {
            $0.ledger = MemoryLedger(refusing: .overdue)
        }
        #expect(call.said.contains("I am sorry, I could not note that."), "\(call)")
        #expect(!call.said.contains(Self.thanks))
        #expect(call.rang.first == "200")
    }

    @Test("is not longer than `max`")
    func longest() async throws {
        let call = try await Rehearsed(Self.menu(#", "max": 10"#), "speak 60, 1")
        #expect(call.messages.map(\.length) == [.seconds(10)], "\(call)")
    }

    @Test("thanks with the step's own text and names its subject")
    func ownTexts() async throws {
        let call = try await Rehearsed(
            Self.menu(#", "thanks": "Got it.", "subject": "Message from {caller.number}""#), "speak 6, 1")
        #expect(call.said.last == "Got it.", "\(call)")
        #expect(call.messages.first?.subject == "Message from +447700900001")
    }
}

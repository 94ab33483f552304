import Foundation
import Reception
import Rehearsal
import Testing

@Suite("A callback")
struct CallbackTests {
    static let office = line(
        #"{ "callback": "office" }"#, #""callbacks": { "office": { "email": "office@miller.example" } }"#)
    static let offer =
        "We can call you back on 0 7 7, 0 0 9, 0 0 0, 0 1. If that is right, press 1. "
        + "For another number, press 2. To go back, press star."
    static let thanks = "Thank you. We will call you back as soon as we can. Goodbye."

    @Test("offers the caller's number in groups, stores it on 1, and thanks only then")
    func accepted() async throws {
        let call = try await Rehearsed(Self.office, "1")
        #expect(call.said == [Self.offer, Self.thanks], "\(call)")
        let row = try #require(call.callbacks.first)
        #expect(row.number == "+447700900001")
        #expect(row.numberAsGiven == "+447700900001")
        #expect(row.source == .network)
        #expect(row.isConfirmed)
        #expect(row.status == .new)
        #expect(row.notify == ["office@miller.example"])
        #expect(call.outcome == .callback)
        #expect(call.variables["ATTENDANT_STATUS"] == "callback")
        #expect(call.lineHungUp)
    }

    @Test("holds the path of choices as its reason, and the label")
    func reason() async throws {
        let call = try await Rehearsed(
            line(JumpTests.nested(#"{ "for": "a call back", "callback": "x@miller.example" }"#)), "1, 2, 1"
        ) { $0.name = "Ann Smith" }
        let row = try #require(call.callbacks.first)
        #expect(row.reason == "1 A › 2 Call back", "\(call)")
        #expect(row.label == "Call back")
        #expect(row.callerName == "Ann Smith")
        #expect(row.dialled == "700")
        #expect(row.language == "en")
    }

    @Test("holds the step's own `reason`")
    func ownReason() async throws {
        let call = try await Rehearsed(
            line(#"{ "callback": "x@miller.example", "reason": "About {caller.number}" }"#), "1")
        #expect(call.callbacks.first?.reason == "About +447700900001", "\(call)")
    }

    @Test("is declined with *, and the next step follows")
    func declined() async throws {
        let call = try await Rehearsed(
            line(#"[{ "callback": "x@miller.example" }, { "say": "As you like." }]"#), "*")
        #expect(call.said.suffix(2) == ["As you like.", "Goodbye."], "\(call)")
        #expect(call.callbacks.isEmpty)
    }

    @Test("asks once more after silence, then is stored unconfirmed and thanked for")
    func silence() async throws {
        let call = try await Rehearsed(Self.office)
        #expect(call.said == [Self.offer, Self.offer, Self.thanks], "\(call)")
        #expect(call.callbacks.map(\.isConfirmed) == [false])
        #expect(call.callbacks.map(\.status) == [.new])
    }

    @Test("thanks with the step's own text, without a goodbye of ours")
    func ownThanks() async throws {
        let call = try await Rehearsed(
            line(#"{ "callback": "x@miller.example", "thanks": "Talk to you soon." }"#), "1")
        #expect(call.said.last == "Talk to you soon.", "\(call)")
    }

    @Test("runs `then` after the thanks, and then the call ends")
    func then() async throws {
        let call = try await Rehearsed(
            line(#"[{ "callback": "x@miller.example", "then": { "say": "And now." } }, { "say": "Never." }]"#), "1")
        #expect(call.said.suffix(2) == ["And now.", "Goodbye."], "\(call)")
        #expect(call.outcome == .callback)
    }

    @Test("repeats its question after a wrong key, and is not done after too many")
    func wrongKeys() async throws {
        let call = try await Rehearsed(line(#"[{ "callback": "x@miller.example" }, { "say": "Next." }]"#), "7, 7, 7")
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."], "\(call)")
        #expect(call.callbacks.isEmpty)
    }

    @Test("already on the list is refreshed, and the caller hears the place instead of thanks")
    func alreadyListed() async throws {
        let ledger = MemoryLedger()
        _ = try await Rehearsed(Self.office, "1") {
            $0.from = "+447700900009"
            $0.ledger = ledger
        }
        _ = try await Rehearsed(Self.office, "1") { $0.ledger = ledger }
        let call = try await Rehearsed(Self.office, "1") { $0.ledger = ledger }
        #expect(
            call.said.last == "You are already on our list, at number 2. We will call you back. Goodbye.", "\(call)")
        #expect(ledger.callbacks.count == 2)
        #expect(call.outcome == .callback)
    }

    @Test("promises a moment by the list's `within`, counted in open time")
    func due() async throws {
        let call = try await Rehearsed(Self.within, "1") { $0.at = "2026-03-03 15:50" }
        #expect(call.said.last == "Thank you. We will call you back tomorrow by 10. Goodbye.", "\(call)")
        #expect(call.callbacks.first?.dueAt == Date(timeIntervalSince1970: 1_772_618_400))
    }

    @Test(
        "tells staff from when to when, in their language",
        arguments: [
            (line: within, at: "2026-03-03 09:07", window: "Tuesday, 3 March, 09:07–11:15"),
            (line: within, at: "2026-03-03 15:50", window: "Tuesday, 3 March, 15:50 – Wednesday, 4 March, 10:00"),
            (line: within, at: "2026-03-03 20:00", window: "Wednesday, 4 March, 09:00–11:00"),
            (line: within, at: "2026-03-06 23:30", window: "Monday, 9 March, 09:00–11:00"),
            (line: always, at: "2026-03-03 20:00", window: "вторник, 2026-03-03, 20:00–22:15"),
            (line: always, at: "2026-03-03 21:50", window: "вторник, 2026-03-03, 21:50–24:00"),
        ])
    func window(line: String, at: String, window: String) async throws {
        let call = try await Rehearsed(line, "1") { $0.at = at }
        #expect(call.callbacks.map(\.window) == [window], "\(call)")
    }

    @Test("promises nothing when the list promises nothing")
    func noPromise() async throws {
        let call = try await Rehearsed(Self.office, "1")
        #expect(call.callbacks.map(\.dueAt) == [nil] && call.callbacks.map(\.window) == [nil], "\(call)")
    }

    @Test("is open for the list's `expires`, two days by default")
    func expires() async throws {
        let call = try await Rehearsed(Self.office, "1")
        let row = try #require(call.callbacks.first)
        #expect(row.expiresAt == row.at.addingTimeInterval(172_800), "\(call)")
        let short = try await Rehearsed(
            line(#"{ "callback": "office" }"#, #""callbacks": { "office": { "expires": 3600 } }"#), "1")
        #expect(short.callbacks.first?.expiresAt == short.callbacks.first?.at.addingTimeInterval(3600), "\(short)")
    }

    @Test("of a person is mailed to that person")
    func person() async throws {
        let call = try await Rehearsed(
            line(
                #"{ "callback": "anna" }"#, #""people": { "anna": { "ring": "201", "email": "anna@miller.example" } }"#),
            "1")
        #expect(call.callbacks.map(\.list) == ["anna"], "\(call)")
        #expect(call.callbacks.first?.notify == ["anna@miller.example"])
    }

    @Test("that cannot be stored is never thanked for: the operator, then a message by voice")
    func notStored() async throws {
        let call = try await Rehearsed(Self.office, "1, speak 6") {
            $0.ledger = MemoryLedger(refusing: .notStored("disk full"))
        }
        #expect(
            call.said.prefix(4) == [
                Self.offer, "I am sorry, I could not note that.", "Nobody can take your call right now.",
                "Please leave your message after the tone. When you have finished, press pound.",
            ], "\(call)")
        #expect(call.rang.first == "200")
        #expect(!call.said.contains { $0.hasPrefix("Thank you") })
    }

    static let within = line(
        #"{ "callback": "office" }"#, #""callbacks": { "office": { "within": 7200 } }"#,
        #""timezone": "Europe/London", "hours": { "mon-fri": "9-17" }"#)

    /// Without hours, and with staff whose language is another than English.
    static let always = line(
        #"{ "callback": "office" }"#, #""callbacks": { "office": { "within": 7200 } }"#,
        #""timezone": "Europe/London", "language": "ru""#)
}

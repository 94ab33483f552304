import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A person's Asterisk mailbox")
struct MailboxTests {
    static let menu = line(
        #"[{ "voicemail": "anna" }, { "say": "Next." }]"#,
        #""people": { "anna": { "ring": "201", "mailbox": "201@default" } }"#)

    static func call(
        _ script: String, _ menu: String = menu, _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            change(&$0)
        }
    }

    @Test("takes the message of a person who has no address, and the caller is thanked")
    func kept() async throws {
        let call = try await Self.call("speak 6")
        #expect(call.story.contains("(mailbox 201@default)"), "\(call)")
        #expect(call.said == [VoicemailTests.ask, VoicemailTests.thanks])
        #expect(call.outcome == .voicemail)
        #expect(call.messages.isEmpty)
        #expect(call.steps.contains("start[0]: mailbox 201@default: kept"), "\(call)")
    }

    @Test("that nothing was said into leaves the step undone")
    func nothing() async throws {
        let call = try await Self.call("")
        #expect(call.said.suffix(2) == ["Next.", "Goodbye."], "\(call)")
    }

    @Test("left by 0 leads to the operator")
    func left() async throws {
        let call = try await Self.call("speak 3, 0 now") { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.rang == ["200"], "\(call)")
    }

    @Test("is not used for a person who has an address")
    func address() async throws {
        let menu = Self.menu.replacing(#""mailbox""#, with: #""email": "anna@miller.example", "mailbox""#)
        let call = try await Self.call("speak 6, 1", menu)
        #expect(call.messages.map(\.notify) == [["anna@miller.example"]], "\(call)")
    }
}

@Suite("The voice note of a callback")
struct VoiceNoteTests {
    static let menu = line(
        #"{ "callback": "office", "voice-note": true }"#,
        #""callbacks": { "office": { "email": "o@miller.example", "webhook": "https://crm.example/new" } }"#)

    static func call(
        _ script: String, _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            change(&$0)
        }
    }

    @Test("is asked for behind the number, and its file is in the row before the thanks")
    func kept() async throws {
        let call = try await Self.call("1, speak 6")
        let row = try #require(call.callbacks.first, "\(call)")
        #expect(row.voiceNote?.hasPrefix("/messages/call-1") == true && row.voiceNote?.hasSuffix(".wav") == true)
        #expect(row.webhook == "https://crm.example/new")
        #expect(call.said.dropFirst().first == VoicemailTests.ask)
        #expect(call.outcome == .callback)
    }

    @Test("that is not spoken is none, and the request stands")
    func silent() async throws {
        let call = try await Self.call("1")
        #expect(call.callbacks.map(\.voiceNote) == [nil], "\(call)")
        #expect(call.callbacks.first?.status == .new)
    }

    @Test("goes with what a hang-up leaves")
    func hangUp() async throws {
        let call = try await Self.call("1, speak 6, hang up")
        let row = try #require(call.callbacks.first, "\(call)")
        #expect(row.status == .unconfirmed)
        #expect(row.voiceNote != nil)
    }

    @Test("ended by 0 leads to the operator; the request that was settled stays, with what was said")
    func zero() async throws {
        let call = try await Self.call("1, speak 6, 0 now") { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.rang == ["200"], "\(call)")
        let row = try #require(call.callbacks.first)
        #expect(row.status == .new && row.isConfirmed && row.voiceNote != nil)
        #expect(!call.said.contains { $0.hasPrefix("Thank you") })
        #expect(call.outcome == .talked)
    }

    @Test("not begun, for 0 was pressed while it was asked for: the request stays, and the operator is rung")
    func zeroBefore() async throws {
        let call = try await Self.call("1, 0 at 0.5") { $0.people = ["200": .answers(after: .zero)] }
        #expect(call.rang == ["200"], "\(call)")
        #expect(call.callbacks.map(\.status) == [.new] && call.callbacks.first?.voiceNote == nil)
    }
}

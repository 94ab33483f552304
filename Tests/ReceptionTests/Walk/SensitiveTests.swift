import Reception
import Rehearsal
import Testing

@Suite("A sensitive value")
struct SensitiveTests {
    static let pin = #"{ "say": "Your pin, please.", "collect": "pin", "digits": 4, "sensitive": true }"#

    @Test("leaves ••• instead of its keys, neither which nor how many")
    func keys() async throws {
        let call = try await Rehearsed.whole(line("[\(Self.pin), \(twoChoices)]"), "12*4711, 1")
        let rows = call.ledger.steps.filter { !$0.keys.isEmpty }
        #expect(rows.map(\.keys) == ["•••", "1"], "\(call)")
    }

    @Test("leaves no trace in rows when it is refused or typed ahead")
    func refused() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"[\#(CollectTypeAheadTests.heard), { "say": "Date?", "collect": "birth", "as": "date", "sensitive": true }]"#
            ),
            "99999999#4711 now, wait 2, 03041985")
        for row in call.ledger.steps {
            #expect(!row.keys.contains { $0.isNumber } && !row.result.contains("9999"), "\(call)")
        }
    }

    @Test("may be said, but such a sound is never kept")
    func spoken() async throws {
        let call = try await Rehearsed.whole(
            line(#"[\#(Self.pin), { "say": "You said {pin:digits}." }, { "say": "Thank you." }]"#), "4711")
        #expect(call.said.contains("You said 4 7 1 1."), "\(call)")
        let asked = call.asked.filter { $0.text.contains("4 7 1 1") }
        #expect(asked.count == 1 && asked.allSatisfy(\.isSensitive))
        #expect(call.asked.filter { $0.text == "Thank you." }.allSatisfy { !$0.isSensitive })
    }

    @Test("is read back in a sound that is never kept")
    func readBack() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"{ "say": "Pin?", "collect": "pin", "digits": 4, "sensitive": true, "confirm": true, "again": "No: {pin|}" }"#
            ),
            "4711, 1")
        #expect(call.asked.filter { $0.text.contains("4 7 1 1") }.map(\.isSensitive) == [true], "\(call)")
    }

    @Test("makes a menu, a list of pieces and a phrase that hold it sensitive, too")
    func joined() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"[\#(Self.pin), { "say": ["Pin", "{pin:digits}"] }, { "say": "Hm.", "menu": { "1": { "for": "{pin:spell}", "ring": "201" } } }]"#,
                #""phrases": { "en": { "operator": "Say {pin:digits} to the operator, 0." } }"#), "4711")
        let open = call.asked.filter { !$0.isSensitive && $0.text.contains("4 7 1 1") }
        #expect(open.isEmpty && call.asked.contains { $0.isSensitive }, "\(open)")
    }

    @Test("is ••• in labels, rows and mail")
    func masked() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"[\#(Self.pin), { "label": "Pin {pin}", "callback": "office@miller.example", "reason": "Pin {pin}" }]"#
            ),
            "4711, 1")
        let row = try #require(call.callbacks.first, "\(call)")
        #expect(row.label == "Pin •••")
        #expect(row.reason == "Pin •••")
        let mail = try await Rehearsed.whole(
            line(#"[\#(Self.pin), { "say": "Speak.", "voicemail": "office@miller.example", "subject": "{pin}" }]"#),
            "4711, speak 6, 1")
        #expect(mail.messages.map(\.subject) == ["•••"], "\(mail)")
    }

    @Test("of a channel import is one, too")
    func imported() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"{ "say": "{pin:digits}", "label": "{pin}" }"#,
                #""variables": { "pin": { "channel": "PIN", "sensitive": true } }"#)
        ) { $0.channel = ["PIN": "4711"] }
        #expect(call.said.first == "4 7 1 1", "\(call)")
        #expect(call.end?.label == "•••")
        #expect(call.asked.filter { $0.text == "4 7 1 1" }.map(\.isSensitive) == [true])
    }

    @Test("of the server's environment is never spoken or shown")
    func environment() async throws {
        let call = try await Rehearsed.whole(line(#"{ "say": "{env.TOKEN|none}", "label": "T {env.TOKEN}" }"#)) {
            $0.environment = ["TOKEN": "t0k3n"]
        }
        #expect(call.said.first == "none", "\(call)")
        #expect(call.end?.label == "T")
    }
}

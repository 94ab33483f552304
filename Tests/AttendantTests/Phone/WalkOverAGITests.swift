import FakeAsterisk
import Reception
import Rehearsal
import Testing

@testable import Attendant

@Suite("The verbs that meet Asterisk, over FastAGI")
struct WalkOverAGITests {
    private func line(_ start: String, _ more: String = "") -> String {
        #"{ "attendant": 1, "name": "Miller", "operator": "200", "start": \#(start)\#(more) }"#
    }

    @Test("a queue: place and wait, the member's display and whisper, the talk")
    func queue() async throws {
        let call = try await WalkedCall(
            line(
                #"{ "queue": "sales", "whisper": "A sale.", "show": "Sale: {caller.number}", "priority": 0, "max": 60 }"#
            )
        ) { $0.queues["sales"] = CallQueue(waiting: 2, holdTime: 100, fate: .answers(after: .seconds(5))) }
        #expect(
            call.story == [
                "(answered)", "You are number 3 in the queue. You will probably wait about two minutes.",
                "(waits in queue sales)", "(shows Sale: +447700900001)", "(whispers: A sale.)",
                "(queue sales answers)", "(queue sales hangs up)", "(the server hangs up)",
            ], "\(call)")
        #expect(call.report.rung.first?.name == "Sale: +447700900001", "\(call)")
        #expect(call.report.rung.first?.variables["ATTENDANT_CALL"] == "call-1")
        #expect(call.report.variables["ATTENDANT_STATUS"] == "talked")
        #expect(call.report.commands.contains { $0.hasPrefix(#"EXEC "Queue" "sales,c,,/sounds/"#) })
    }

    @Test(
        "a queue that nobody answers leads on",
        arguments: [
            CallQueue.Fate.full, .empty, .nobody, .deserted(after: .seconds(3)), .answers(after: .seconds(70)),
        ])
    func untaken(fate: CallQueue.Fate) async throws {
        let call = try await WalkedCall(
            line(#"[{ "queue": "sales", "max": 60, "position": false }, { "say": "Sorry." }]"#)
        ) { $0.queues["sales"] = CallQueue(fate: fate) }
        #expect(call.report.said == ["Sorry.", "Goodbye."], "\(call)")
        #expect(call.report.commands.contains { $0.contains("CALLERID(name)") })
    }

    @Test("a queue that Asterisk does not have leads on, and is not tried")
    func noQueue() async throws {
        let call = try await WalkedCall(line(#"[{ "queue": "sales" }, { "say": "Sorry." }]"#)) { $0.otherQueues = nil }
        #expect(call.report.said == ["Sorry.", "Goodbye."], "\(call)")
        #expect(!call.report.commands.contains { $0.contains("EXEC") })
    }

    @Test("a caller who hangs up in a queue, after another one had timed out, leaves a missed call")
    func hangUp() async throws {
        let call = try await WalkedCall(
            line(#"[{ "queue": "first", "max": 10, "position": false }, { "queue": "sales", "position": false }]"#),
            "hang up at 30"
        ) { $0.queues = ["first": CallQueue(fate: .nobody), "sales": CallQueue(fate: .nobody)] }
        #expect(call.ledger.callbacks.map(\.status) == [.missed], "\(call)")
        #expect(call.report.variables["ATTENDANT_STATUS"] == "hangup")
    }

    @Test("a subroutine: its arguments, and what it leaves, newlines and all")
    func gosub() async throws {
        let call = try await WalkedCall(
            line(
                #"[{ "gosub": "price,s,1", "args": ["{caller.number}", "a,b"], "keep": { "price": "PRICE", "x": "X" } }, "#
                    + #"{ "say": "It is {price}, {x|nothing}." }]"#)
        ) {
            $0.subroutines["price,s,1"] = Subroutine(
                takes: .seconds(1), sets: ["PRICE": "(${ARG1})\n200 result=0 <${ARG2}>"])
        }
        #expect(call.report.said.first == "It is (+447700900001) 200 result=0 a%2Cb, nothing.", "\(call)")
        #expect(call.report.said.count == 2)
    }

    @Test("the dialplan gets the channel where the step says")
    func dialplan() async throws {
        let call = try await WalkedCall(line(#"{ "dialplan": "fax,s,7" }"#))
        #expect(call.report.place == DialplanPlace(context: "fax", extension: "s", priority: "7"), "\(call)")
        #expect(call.report.variables["ATTENDANT_STATUS"] == "handed-over")
        #expect(call.report.status == .success)
        #expect(!call.report.commands.contains("HANGUP"))
    }

    @Test("a place that the dialplan lacks is found out before the channel is given away", arguments: [true, false])
    func nowhere(isKnown: Bool) async throws {
        let call = try await WalkedCall(line(#"[{ "dialplan": "fax,s,begin" }, { "say": "Sorry." }]"#)) {
            $0.places = isKnown ? [] : nil
        }
        #expect(call.report.said == ["Sorry.", "Goodbye."], "\(call)")
        #expect(call.report.place.context == "ivr" && call.report.place.extension == "700")
    }

    @Test("another language is the channel's, too")
    func language() async throws {
        let call = try await WalkedCall(
            line(#"[{ "language": "pl" }, { "say": { "en": "Hi.", "pl": "Cześć." } }]"#, #", "language": ["en", "pl"]"#)
        )
        #expect(call.report.said.first == "Cześć.", "\(call)")
        #expect(call.report.commands.contains(#"SET VARIABLE "CHANNEL(language)" "pl""#))
    }

    @Test("a message in a person's mailbox")
    func mailbox() async throws {
        let call = try await WalkedCall(
            line(#"{ "voicemail": "anna" }"#, #", "people": { "anna": { "ring": "201", "mailbox": "201@default" } }"#),
            "speak 6"
        ) { $0.mailboxes["201@default"] = Mailbox(silence: .seconds(3)) }
        #expect(call.story.contains("(leaves 9 s in mailbox 201@default)"), "\(call)")
        #expect(call.report.variables["ATTENDANT_STATUS"] == "voicemail")
    }

    @Test("a web service is asked while the text plays, and what it says is spoken")
    func request() async throws {
        let web = RehearsedWeb(rules: [.init("GET */x?n=%2B447700900001", body: #"{ "state": "on <its> way" }"#)])
        let call = try await WalkedCall(
            line(
                #"[{ "say": "Good day.", "request": "GET https://shop.example/x?n={caller.number}", "keep": { "s": "state" } }, "#
                    + #"{ "say": "It is {s}." }]"#), web: web)
        #expect(call.report.said == ["Good day.", "It is on its way.", "Goodbye."], "\(call)")
    }

    @Test("a ring with music, and a whisper for who answers")
    func ring() async throws {
        let call = try await WalkedCall(line(#"{ "ring": "201", "music": true, "whisper": "Label {label}." }"#)) {
            $0.telephones["201"] = .answers(after: .seconds(1))
        }
        #expect(call.story.contains("(whispers: Label Miller.)"), "\(call)")
        #expect(call.report.commands.contains { $0.hasPrefix(#"EXEC "Dial" "PJSIP/201,20,mA(/sounds/"#) })
    }
}

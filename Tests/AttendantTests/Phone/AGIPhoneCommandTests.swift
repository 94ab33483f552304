import FastAGI
import Reception
import Testing

@testable import Attendant

@Suite("Each command of a telephone, word for word")
struct AGIPhoneCommandTests {
    private let sound = Reception.Sound(path: "/s/menu", length: .seconds(4), text: "Good day.")

    @Test("answer")
    func answer() async throws {
        let script = """
            > ANSWER
            < 200 result=0
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.answer()
            return true
        }
        #expect(result == .success(true))
    }

    @Test("early media")
    func progress() async throws {
        let script = """
            > EXEC Progress ""
            < 200 result=0
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.progress()
            return true
        }
        #expect(result == .success(true))
    }

    @Test("a prompt takes all twelve keys, and says which one ended it and how far it got")
    func play() async throws {
        let script = """
            > STREAM FILE /s/menu "0123456789*#"
            < 200 result=35 endpos=13760
            > STREAM FILE /s/menu "0123456789*#" 13760
            < 200 result=0 endpos=32000
            """
        let sound = sound
        let result = try await Line.result(script) { phone throws(PhoneError) in
            let first = try await phone.play(sound, from: .zero)
            let rest = try await phone.play(sound, from: first.position)
            return [first, rest]
        }
        #expect(
            result
                == .success([
                    Playback(key: .pound, position: .milliseconds(1_720)),
                    Playback(key: nil, position: .seconds(4)),
                ]))
    }

    @Test("a wait for a key, which may bring none")
    func key() async throws {
        let script = """
            > WAIT FOR DIGIT 4000
            < 200 result=42
            > WAIT FOR DIGIT 2500
            < 200 result=0
            > WAIT FOR DIGIT 20
            < 200 result=57
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            [
                try await phone.key(within: .seconds(4)), try await phone.key(within: .milliseconds(2_500)),
                try await phone.listenBriefly(),
            ]
        }
        #expect(result == .success([.star, nil, Key("9")]))
    }

    @Test("a result that is no key of a telephone is none", arguments: [1, 65, 200, 10])
    func strangeKey(code: Int) async throws {
        let script = """
            > WAIT FOR DIGIT 1000
            < 200 result=\(code)
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.key(within: .seconds(1))
        }
        #expect(result == .success(nil))
    }

    @Test("digits by Asterisk's own sounds")
    func spell() async throws {
        let script = """
            > SAY ALPHA 07700 "0123456789*#"
            < 200 result=49
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in try await phone.spell("07700") }
        #expect(result == .success(Key("1")))
    }

    @Test(
        "the state of a device; what Asterisk cannot tell is nil",
        arguments: [("200 result=1 (INUSE)", DeviceState.inUse), ("200 result=0", nil), ("200 result=1 (ODD)", nil)])
    func deviceState(reply: String, expected: DeviceState?) async throws {
        let script = """
            > GET VARIABLE DEVICE_STATE(PJSIP/201)
            < \(reply)
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.deviceState("PJSIP/201")
        }
        #expect(result == .success(expected))
    }

    @Test("the name on the display, and the caller's own put back")
    func showName() async throws {
        let script = #"""
            > SET VARIABLE CALLERID(name) "Bill: Jo \"X\""
            < 200 result=1
            > SET VARIABLE CALLERID(name) "Jo Miller"
            < 200 result=1
            """#
        let facts = CallFacts(id: "test", name: "Jo\r\n Miller")
        let result = try await Line.result(script, facts: facts) { phone throws(PhoneError) in
            try await phone.showName("Bill: Jo \"X\"")
            try await phone.showName(nil)
            return true
        }
        #expect(result == .success(true))
    }

    @Test("a variable's value reaches Asterisk as one line, whatever a caller's name holds")
    func setVariable() async throws {
        let script = """
            > SET VARIABLE __ATTENDANT_LABEL "a HANGUP b"
            < 200 result=1
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.setVariable("__ATTENDANT_LABEL", "a\n HANGUP\u{0} b")
            return true
        }
        #expect(result == .success(true))
    }

    @Test(
        "a message in Asterisk's mailbox",
        arguments: [("SUCCESS", MailboxOutcome.kept), ("USEREXIT", .left), ("FAILED", .nothing)])
    func voiceMail(status: String, outcome: MailboxOutcome) async throws {
        let script = """
            > SET VARIABLE VMSTATUS ""
            < 200 result=1
            > EXEC VoiceMail 201@default,s
            < 200 result=0
            > GET VARIABLE VMSTATUS
            < 200 result=1 (\(status))
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.voiceMail("201@default")
        }
        #expect(result == .success(outcome))
    }

    @Test("a message that the caller ended by hanging up is one; a greeting cut short leaves none")
    func voiceMailHangUp() async throws {
        for (status, expected) in [
            ("SUCCESS", Result<MailboxOutcome, PhoneError>.success(.kept)), ("", .failure(.hungUp)),
        ] {
            let script = """
                > SET VARIABLE VMSTATUS ""
                < 200 result=1
                > EXEC VoiceMail 201@default,s
                < HANGUP
                < 200 result=-1
                > GET VARIABLE VMSTATUS
                < 200 result=1 (\(status))
                """
            let result = try await Line.result(script) { phone throws(PhoneError) in
                try await phone.voiceMail("201@default")
            }
            #expect(result == expected)
        }
    }

    @Test("hanging up")
    func hangUp() async throws {
        let script = """
            > HANGUP
            < 200 result=1
            < HANGUP
            """
        let result = try await Line.result(script) { phone throws(PhoneError) in
            try await phone.hangUp()
            return true
        }
        #expect(result == .success(true))
    }
}

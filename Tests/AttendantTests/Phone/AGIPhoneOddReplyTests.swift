import FastAGI
import Reception
import Testing

@testable import Attendant

@Suite("What Asterisk may answer besides what was asked")
struct AGIPhoneOddReplyTests {
    private static let sound = Reception.Sound(path: "/s/menu", length: .seconds(4), text: "")

    private func playback(_ script: String, grace: Duration = .seconds(10)) async throws -> PhoneError? {
        let result = try await Line.result(script, grace: grace) { phone throws(PhoneError) in
            try await phone.play(Self.sound, from: .zero)
        }
        guard case .failure(let error) = result else { return nil }
        return error
    }

    @Test("-1 on a live channel is a sound that cannot be played")
    func missingFile() async throws {
        let error = try await playback(
            """
            > STREAM FILE /s/menu *
            < 200 result=-1 endpos=0
            > CHANNEL STATUS
            < 200 result=6
            """)
        #expect(error == .refused("STREAM FILE: /s/menu cannot be played"))
    }

    @Test(
        "-1 on a dead channel is a hang-up, however Asterisk says so",
        arguments: ["< 200 result=-1", "< 511 Command Not Permitted on a dead channel or intercept routine"])
    func deadChannel(reply: String) async throws {
        let error = try await playback(
            """
            > STREAM FILE /s/menu *
            < 200 result=-1 endpos=800
            > CHANNEL STATUS
            \(reply)
            """)
        #expect(error == .hungUp)
    }

    @Test("HANGUP before the reply is a hang-up, and nothing is asked any more")
    func hangupFirst() async throws {
        let error = try await playback(
            """
            > STREAM FILE /s/menu *
            < HANGUP
            < 200 result=-1 endpos=800
            """)
        #expect(error == .hungUp)
    }

    @Test("HANGUP that came with the reply before stops the next command unsent")
    func hangupBehind() async throws {
        let result = try await Line.result(
            """
            > WAIT FOR DIGIT 1000
            < HANGUP
            < 200 result=0
            """
        ) { phone throws(PhoneError) in
            _ = try await phone.key(within: .seconds(1))
            return try await phone.key(within: .seconds(2))
        }
        #expect(result == .failure(.hungUp))
    }

    @Test("511 is a hang-up")
    func dead() async throws {
        let error = try await playback(
            """
            > STREAM FILE /s/menu *
            < 511 Command Not Permitted on a dead channel or intercept routine
            """)
        #expect(error == .hungUp)
    }

    @Test("510, and 520 in one line and as a block, are refusals; the next command is in step")
    func refused() async throws {
        let result = try await Line.play(
            """
            > STREAM FILE /s/menu *
            < 510 Invalid or unknown command
            > STREAM FILE /s/menu *
            < 520 Invalid command syntax.  Proper usage not available.
            > STREAM FILE /s/menu *
            < 520-Invalid command syntax.  Proper usage follows:
            < Usage: STREAM FILE <filename>
            < 200 result=49
            < 520 End of proper usage.
            > WAIT FOR DIGIT 1000
            < 200 result=50
            """
        ) { phone in
            var seen: [String] = []
            for _ in 0..<3 {
                do throws(PhoneError) {
                    seen.append("\(try await phone.play(Self.sound, from: .zero))")
                } catch {
                    seen.append("\(error)")
                }
            }
            return seen + [(try? await phone.key(within: .seconds(1)))?.description ?? "none"]
        }
        #expect(
            result == [
                "refused(\"STREAM FILE: Asterisk answered 510\")", "refused(\"STREAM FILE: Asterisk answered 520\")",
                "refused(\"STREAM FILE: Asterisk answered 520\")", "2",
            ])
    }

    @Test("the end of the connection before a reply loses the call")
    func endOfFile() async throws {
        let error = try await playback(
            """
            > STREAM FILE /s/menu *
            ! break off
            """)
        #expect(error == .lost)
    }

    @Test("a reply that never comes is given up after the sound's length and a grace")
    func overdue() async throws {
        let result = try await Line.result("> WAIT FOR DIGIT 10", grace: .milliseconds(20)) {
            phone throws(PhoneError) in
            try await phone.key(within: .milliseconds(10))
        }
        #expect(result == .failure(.overdue))
    }

    private static let dying: [(String, @Sendable (AGIPhone) async throws(PhoneError) -> Void)] = [
        ("> ANSWER", { phone throws(PhoneError) in try await phone.answer() }),
        (
            "> STREAM FILE /s/menu *",
            { phone throws(PhoneError) in
                _ = try await phone.play(Sound(path: "/s/menu", length: .zero, text: "Hi."), from: .zero)
            }
        ),
        (
            "> RECORD FILE /m/1 *",
            { phone throws(PhoneError) in
                let request = RecordRequest(
                    file: "/m/1", longest: .milliseconds(10), silence: .seconds(1), beep: true)
                _ = try await phone.record(request)
            }
        ),
        ("> GET FULL VARIABLE *", { phone throws(PhoneError) in _ = try await phone.variable("A") }),
        ("> GET VARIABLE *", { phone throws(PhoneError) in _ = try await phone.deviceState("PJSIP/1") }),
        ("> EXEC Dial *", { phone throws(PhoneError) in _ = try await phone.dial(request) }),
        (
            "> SET VARIABLE VMSTATUS *\n< 200 result=1\n> EXEC VoiceMail *",
            { phone throws(PhoneError) in _ = try await phone.voiceMail("200@default") }
        ),
        (
            "> GOSUB *",
            { phone throws(PhoneError) in
                let place = Reception.DialplanPlace(context: "a", exten: "s", priority: "1")
                _ = try await phone.gosub(place, arguments: [])
            }
        ),
    ]

    @Test("whatever was asked: a peer that dies in the middle is given up, and none holds a call for ever")
    func diesInTheMiddle() async throws {
        for (script, command) in Self.dying {
            let result = try await Line.result(script, grace: .milliseconds(20)) { phone throws(PhoneError) in
                var phone = phone
                phone.longestStay = .milliseconds(20)
                try await command(phone)
            }
            guard case .failure(.overdue) = result else {
                Issue.record("\(script): \(result)")
                continue
            }
        }
    }

    private static let request = DialRequest(
        targets: ["PJSIP/201"], names: ["201"], timeout: .seconds(20), music: false, whisper: nil, shows: "")

    @Test("after that the session is over, and says the same")
    func overdueTwice() async throws {
        let result = try await Line.play("> ANSWER", grace: .milliseconds(20)) { phone in
            var errors: [PhoneError] = []
            for _ in 0..<2 {
                do throws(PhoneError) { try await phone.answer() } catch { errors.append(error) }
            }
            return errors
        }
        #expect(result == [.overdue, .overdue])
    }

    @Test("a path that no command line can carry is refused, not sent")
    func unspeakable() async throws {
        let result = try await Line.result(
            """
            > WAIT FOR DIGIT 1000
            < 200 result=0
            """
        ) { phone throws(PhoneError) in
            var refused: PhoneError?
            do throws(PhoneError) {
                let sound = Reception.Sound(path: "/s/a\nHANGUP", length: .zero, text: "")
                _ = try await phone.play(sound, from: .zero)
            } catch {
                refused = error
            }
            _ = try await phone.key(within: .seconds(1))
            return refused
        }
        guard case .success(.refused) = result else {
            Issue.record("the line was sent, or the session is out of step: \(result)")
            return
        }
    }

    @Test("what is no reply at all loses the call")
    func garbage() async throws {
        let error = try await playback(
            """
            > STREAM FILE /s/menu *
            < HTTP/1.1 400 Bad Request
            """)
        #expect(error == .lost)
    }

    @Test(
        "a number that no Asterisk says is no trap",
        arguments: [
            "200 result=0 endpos=9223372036854775807", "200 result=0 endpos=-9223372036854775808",
            "200 result=4294967296 endpos=0", "200 result=9223372036854775807 endpos=0", "200 result=300 endpos=8000",
        ])
    func absurd(reply: String) async throws {
        let result = try await Line.result("> STREAM FILE /s/menu *\n< \(reply)") { phone throws(PhoneError) in
            try await phone.play(Self.sound, from: .zero)
        }
        #expect((try? result.get()) != nil, "\(result)")
    }
}

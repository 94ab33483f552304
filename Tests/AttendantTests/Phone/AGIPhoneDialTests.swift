import FastAGI
import Reception
import Testing

@testable import Attendant

@Suite("Ringing over FastAGI")
struct AGIPhoneDialTests {
    private static func request(
        _ targets: [String] = ["PJSIP/201"], seconds: Duration = .seconds(15), music: Bool = false,
        whisper: Reception.Sound? = nil
    ) -> DialRequest {
        DialRequest(targets: targets, names: targets, timeout: seconds, music: music, whisper: whisper, shows: "")
    }

    private func dial(
        _ script: String, _ request: DialRequest = request()
    ) async throws -> Result<DialOutcome, PhoneError> {
        try await Line.result(script) { phone throws(PhoneError) in try await phone.dial(request) }
    }

    @Test(
        "what DIALSTATUS says while the caller waits",
        arguments: [
            ("BUSY", DialOutcome.busy), ("NOANSWER", .noAnswer), ("CONGESTION", .congestion),
            ("CHANUNAVAIL", .unavailable), ("DONTCALL", .failed("DONTCALL")), ("INVALIDARGS", .failed("INVALIDARGS")),
        ])
    func notTaken(status: String, outcome: DialOutcome) async throws {
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201,15,r
            < 200 result=0
            > GET VARIABLE DIALSTATUS
            < 200 result=1 (\(status))
            > CHANNEL STATUS
            < 200 result=6
            """)
        #expect(result == .success(outcome))
    }

    @Test("no DIALSTATUS at all is a failure, not an answer")
    func noStatus() async throws {
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201,15,r
            < 200 result=-2
            > GET VARIABLE DIALSTATUS
            < 200 result=0
            > CHANNEL STATUS
            < 200 result=6
            """)
        #expect(result == .success(.failed("")))
    }

    @Test("a talk that the other side ended, and with whom")
    func talked() async throws {
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201,15,r
            < 200 result=-1
            > GET VARIABLE DIALSTATUS
            < 200 result=1 (ANSWER)
            > GET VARIABLE DIALEDPEERNUMBER
            < 200 result=1 (201)
            """)
        guard case .success(.talked(let time, with: "201")) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(time > .zero && time < .seconds(60))
    }

    @Test("a talk that the caller ended is one all the same")
    func endedByCaller() async throws {
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201,15,r
            < HANGUP
            < 200 result=-1
            > GET VARIABLE DIALSTATUS
            < 200 result=1 (ANSWER)
            > GET VARIABLE DIALEDPEERNUMBER
            < 200 result=0
            """)
        guard case .success(.talked(_, with: nil)) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test("CANCEL means that the caller hung up while it rang", arguments: [true, false])
    func cancelled(isTold: Bool) async throws {
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201,15,r
            \(isTold ? "< HANGUP" : "")
            < 200 result=-1
            > GET VARIABLE DIALSTATUS
            < 200 result=1 (CANCEL)
            """)
        #expect(result == .failure(.hungUp))
    }

    @Test("busy, and gone before the next person was tried")
    func goneAfterBusy() async throws {
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201,15,r
            < 200 result=0
            > GET VARIABLE DIALSTATUS
            < 200 result=1 (BUSY)
            > CHANNEL STATUS
            < 511 Command Not Permitted on a dead channel or intercept routine
            """)
        #expect(result == .failure(.hungUp))
    }

    @Test("several ring together, to music, and the one who answers hears a whisper first")
    func together() async throws {
        let whisper = Reception.Sound(path: "/s/whisper", length: .seconds(1), text: "Repairs.")
        let result = try await dial(
            """
            > EXEC Dial PJSIP/201&PJSIP/202,7,mA(/s/whisper)
            < 200 result=0
            > GET VARIABLE DIALSTATUS
            < 200 result=1 (NOANSWER)
            > CHANNEL STATUS
            < 200 result=6
            """, Self.request(["PJSIP/201", "PJSIP/202"], seconds: .milliseconds(7_900), music: true, whisper: whisper))
        #expect(result == .success(.noAnswer))
    }

    @Test("a dial string with a comma or a line break would be other options, or another command: it is not sent")
    func hostile() async throws {
        for target in ["PJSIP/201,5,G(evil)", "PJSIP/201\nHANGUP"] {
            let result = try await dial(
                """
                > WAIT FOR DIGIT 20
                < 200 result=0
                """, Self.request([target]), listeningAfterwards: true)
            #expect(result == .failure(.refused("a dial string with a comma: \(target)")))
        }
    }

    /// Shows that nothing was sent before: a strict script expects only what comes afterwards.
    private func dial(
        _ script: String, _ request: DialRequest, listeningAfterwards: Bool
    ) async throws -> Result<DialOutcome, PhoneError> {
        try await Line.play(script) { phone in
            let result: Result<DialOutcome, PhoneError>
            do throws(PhoneError) { result = .success(try await phone.dial(request)) } catch {
                result = .failure(error)
            }
            _ = try? await phone.listenBriefly()
            return result
        }
    }

    @Test("nobody is rung for a caller who is known to have gone")
    func goneBefore() async throws {
        let result = try await Line.result(
            """
            > GET VARIABLE DEVICE_STATE(PJSIP/201)
            < HANGUP
            < 200 result=1 (NOT_INUSE)
            """
        ) { phone throws(PhoneError) in
            _ = try await phone.deviceState("PJSIP/201")
            return try await phone.dial(Self.request())
        }
        #expect(result == .failure(.hungUp))
    }

    @Test("nobody is rung for a caller whose hang-up came behind the last reply")
    func hungUpBehind() async throws {
        let result = try await Line.result(
            """
            > GET VARIABLE DEVICE_STATE(PJSIP/201)
            < 200 result=1 (NOT_INUSE)
            < HANGUP
            """
        ) { phone throws(PhoneError) in
            _ = try await phone.deviceState("PJSIP/201")
            return try await phone.dial(Self.request())
        }
        #expect(result == .failure(.hungUp))
    }
}

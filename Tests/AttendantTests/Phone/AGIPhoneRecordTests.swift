import FastAGI
import Reception
import Testing

@testable import Attendant

@Suite("Recording over FastAGI")
struct AGIPhoneRecordTests {
    /// A reply, and what it says about the recording.
    struct Case: Sendable {
        let reply: String
        let length: Duration
        let end: Reception.Recording.End
    }

    private static let status = "> CHANNEL STATUS"
    private static let up = "< 200 result=6"
    private static let dead = "< 511 Command Not Permitted on a dead channel or intercept routine"
    private static let two = Key("2") ?? .zero

    private static func failed(_ word: String) -> Reception.Recording.End { .failed("RECORD FILE: \(word)") }

    static let cases: [Case] = [
        Case(reply: "< 200 result=35 (dtmf) endpos=16000", length: .seconds(2), end: .key(.pound)),
        Case(reply: "< 200 result=48 (dtmf) endpos=8000", length: .seconds(1), end: .key(.zero)),
        // Six seconds, then five of silence, of which Asterisk leaves one.
        Case(reply: "< 200 result=15 (timeout) endpos=56000", length: .seconds(6), end: .silence),
        // The caller said nothing at all.
        Case(reply: "< 200 result=49 (timeout) endpos=8000", length: .zero, end: .silence),
        Case(reply: "< 200 result=0 (timeout) endpos=0", length: .zero, end: .silence),
        // The limit: no silence in it.
        Case(reply: "< 200 result=0 (timeout) endpos=480000", length: .seconds(60), end: .silence),
        Case(reply: "< 200 result=-1 (hangup) endpos=24000", length: .seconds(3), end: .hungUp),
        Case(reply: "< HANGUP\n< 200 result=-1 (hangup) endpos=24000", length: .seconds(3), end: .hungUp),
        Case(reply: "< HANGUP\n< 200 result=-1 (randomerror) endpos=4000", length: .milliseconds(500), end: .hungUp),
        // A key, or a hang-up, during the beep.
        Case(reply: "< 200 result=50 (randomerror) endpos=0", length: .zero, end: .key(two)),
        Case(reply: "< 200 result=-1 (randomerror) endpos=0\n\(status)\n\(dead)", length: .zero, end: .hungUp),
        Case(reply: "< 200 result=-1 (randomerror) endpos=0\n\(status)\n\(up)", length: .zero, end: failed("randomerror")),
        Case(reply: "< 200 result=-1 (writefile)\n\(status)\n\(up)", length: .zero, end: failed("writefile")),
        Case(reply: "< 200 result=-1\n\(status)\n\(up)", length: .zero, end: failed("-1")),
    ]

    @Test("each word of RECORD FILE", arguments: cases)
    func word(case: Case) async throws {
        let script = """
            > RECORD FILE /m/a wav "0123456789*#" 60000 0 BEEP s=5
            \(`case`.reply)
            """
        let request = RecordRequest(file: "/m/a", longest: .seconds(60), silence: .seconds(5), beep: true)
        let result = try await Line.result(script) { phone throws(PhoneError) in try await phone.record(request) }
        #expect(result == .success(Reception.Recording(length: `case`.length, end: `case`.end)))
    }

    @Test("without a tone")
    func noBeep() async throws {
        let script = """
            > RECORD FILE /m/a wav "0123456789*#" 60000 0 s=5
            < 200 result=42 (dtmf) endpos=8000
            """
        let request = RecordRequest(file: "/m/a", longest: .seconds(60), silence: .seconds(5), beep: false)
        let result = try await Line.result(script) { phone throws(PhoneError) in try await phone.record(request) }
        #expect(result == .success(Reception.Recording(length: .seconds(1), end: .key(.star))))
    }

    @Test("on a dead channel it is a hang-up")
    func dead() async throws {
        let script = """
            > RECORD FILE /m/a wav "0123456789*#" 60000 0 s=5
            < 511 Command Not Permitted on a dead channel or intercept routine
            """
        let request = RecordRequest(file: "/m/a", longest: .seconds(60), silence: .seconds(5), beep: false)
        let result = try await Line.result(script) { phone throws(PhoneError) in try await phone.record(request) }
        #expect(result == .failure(.hungUp))
    }
}

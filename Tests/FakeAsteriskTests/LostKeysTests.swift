import FastAGI
import TestClocks
import Testing

@testable import FakeAsterisk

@Suite("Keys that come while no command runs are lost, as measured on Asterisk 22")
struct LostKeysTests {
    /// How long the server pauses between a reply and its next WAIT FOR DIGIT, and how many of six keys it gets.
    @Test(
        "six keys, one every 140 ms",
        arguments: [(Duration.zero, 6), (.milliseconds(20), 6), (.milliseconds(100), 6), (.milliseconds(250), 3)])
    func sixKeys(pause: Duration, taken: Int) {
        var channel = Channel(IncomingCall(state: .up))
        var ready = Duration.zero
        var replies = channel.begin("WAIT FOR DIGIT -1")
        for press in 1...6 {
            let now = Duration.milliseconds(140 * press)
            if !channel.isBusy, ready <= now { replies += channel.begin("WAIT FOR DIGIT -1", at: ready) }
            let wasBusy = channel.isBusy
            channel.press(.seven, at: now)
            if wasBusy { ready = now + pause }
            replies += channel.takeOutput()
        }
        #expect(replies == Array(repeating: "200 result=55", count: taken))
        #expect(channel.keyFates[.taken] == taken)
        #expect(channel.keyFates[.lost] ?? 0 == 6 - taken)
    }

    @Test("the same over a connection, the server's own time measured by a clock", arguments: [(20, 6), (250, 3)])
    func overAConnection(pause: Int, taken: Int) async throws {
        let clock = ManualClock()
        var caller = try CallerScript("123456 now")
        caller.keyGap = .milliseconds(140)
        let call = FakeCall(IncomingCall(state: .up), caller: caller, pace: .fast(clock))
        let report = await TinyServer.play(call) { session in
            for _ in 0..<taken {
                _ = try? await session.send(.waitForDigit(.after(.seconds(3))))
                clock.advance(by: .milliseconds(pause))
            }
            session.close()
        }
        #expect(report.keys(.taken) == taken)
        #expect(report.exchanges.dropFirst().allSatisfy { $0.gap == .milliseconds(pause) })
        #expect(report.keys(.lost) == 6 - taken)
    }

    @Test("keys outside the escape digits are dropped, and the prompt plays on")
    func dropped() {
        var channel = Channel(IncomingCall(state: .up))
        _ = channel.begin("STREAM FILE beep \"12\"")
        channel.press(.nine, at: .milliseconds(100))
        #expect(channel.takeOutput().isEmpty)
        channel.press(.two, at: .milliseconds(200))
        #expect(channel.takeOutput() == ["200 result=50 endpos=1600"])
        #expect(channel.keyFates == [.dropped: 1, .taken: 1])
    }

    @Test("no key is kept for the next command")
    func notBuffered() {
        var channel = Channel(IncomingCall(state: .up))
        channel.press(.one, at: .zero)
        #expect(channel.ask("WAIT FOR DIGIT 100").lines == ["200 result=0"])
        #expect(channel.keyFates == [.lost: 1])
    }
}

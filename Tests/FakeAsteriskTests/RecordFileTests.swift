import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("RECORD FILE")
struct RecordFileTests {
    private static func channel(_ store: KeptRecordings, sendsAudio: Bool = true) -> Channel {
        var world = World()
        world.recordings = store
        return Channel(IncomingCall(state: .up, sendsAudio: sendsAudio), world: world)
    }

    @Test("silence ends it; one second of it stays in the file, and the result is what was left of the time")
    func silence() {
        let store = KeptRecordings()
        var channel = Self.channel(store)
        channel.speak(for: .seconds(4))
        let answer = channel.ask("RECORD FILE /r wav # 6049 s=2")
        #expect(answer.lines == ["200 result=49 (timeout) endpos=40000"])
        #expect(answer.at == .seconds(6))
        #expect(store["/r.wav"]?.count == 40_000)
        #expect(store["/r.wav"]?[..<32_000].contains { abs($0) > 4_000 } == true)
        #expect(store["/r.wav"]?[32_000...].allSatisfy { $0 == 0 } == true)
    }

    @Test("a key ends it, and the last 200 ms are cut off")
    func key() {
        let store = KeptRecordings()
        var channel = Self.channel(store)
        _ = channel.begin("RECORD FILE /r wav \"#\" -1 0 BEEP")
        channel.advance(to: .seconds(1))
        channel.press(.five, at: .seconds(2))
        channel.press(.pound, at: .milliseconds(3_440))
        #expect(channel.takeOutput() == ["200 result=35 (dtmf) endpos=22400"])
        #expect(channel.keyFates == [.dropped: 1, .taken: 1])
    }

    @Test("a key or a hang-up during the beep is (randomerror)")
    func duringBeep() {
        var channel = Self.channel(KeptRecordings())
        _ = channel.begin("RECORD FILE /r wav \"#\" 5000 BEEP")
        channel.press(.pound, at: .milliseconds(100))
        #expect(channel.takeOutput() == ["200 result=35 (randomerror) endpos=0"])
        _ = channel.begin("RECORD FILE /r wav \"#\" 5000 BEEP", at: .seconds(1))
        channel.hangUp(at: .milliseconds(1_100))
        #expect(channel.takeOutput() == ["200 result=-1 (randomerror) endpos=0", "HANGUP"])
    }

    @Test("a hang-up keeps what was said")
    func hangup() {
        let store = KeptRecordings()
        var channel = Self.channel(store)
        _ = channel.begin("RECORD FILE /r wav \"#\" 9000")
        channel.hangUp(at: .seconds(3))
        #expect(channel.takeOutput() == ["200 result=-1 (hangup) endpos=24000", "HANGUP"])
        #expect(store["/r.wav"]?.count == 24_000)
    }

    @Test("a caller who sends no sound leaves an empty file, and their silence is not heard")
    func silentCaller() {
        let store = KeptRecordings()
        var channel = Self.channel(store, sendsAudio: false)
        #expect(channel.ask("RECORD FILE /r wav \"\" 9000 s=2").at == .seconds(9))
        #expect(store["/r.wav"] == [])
    }

    @Test(
        "the arguments behind the time may stand in several ways",
        arguments: [
            ("", 0, false, 0), ("100", 100, false, 0), ("BEEP", 0, true, 0), ("0 BEEP", 0, true, 0),
            ("s=3", 0, false, 3), ("BEEP s=3", 0, true, 3), ("0 BEEP s=3", 0, true, 3), ("0 s=3", 0, false, 3),
            ("0 anything s=3", 0, true, 3),
        ])
    func arguments(extra: String, offset: Int, beeps: Bool, silence: Int) throws {
        let line = "RECORD FILE /r wav # 5000 \(extra)"
        let request = try #require(RecordRequest(CommandWords(line: line.utf8).strings))
        #expect(request.offset == offset)
        #expect(request.beeps == beeps)
        #expect(request.silence == (silence > 0 ? .seconds(silence) : nil))
    }
}

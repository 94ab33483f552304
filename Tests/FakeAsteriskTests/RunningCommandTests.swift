import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("Commands that take time")
struct RunningCommandTests {
    private static let sounds = KnownSounds([
        "long": Sound(samples: 80_000), "wide": Sound(samples: 16_000, rate: 16_000),
    ])

    private static func channel(_ change: (inout World) -> Void = { _ in }) -> Channel {
        var world = World()
        world.subroutines["sub,s,1"] = Subroutine(takes: .seconds(3), sets: ["A": "1"], returns: "42")
        world.recordings = KeptRecordings()
        world.applications["MyApp"] = Application(takes: .seconds(2), sets: ["MINE": "yes"])
        change(&world)
        return Channel(IncomingCall(state: .up), world: world, sounds: sounds)
    }

    @Test(
        "a command that comes while another runs cuts it off, or waits",
        arguments: [
            ("STREAM FILE long \"\"", ["200 result=0"], true), ("GET OPTION long \"1\" 1000", ["200 result=0"], true),
            ("GET DATA long 1000", ["200 result=0"], true), ("SAY NUMBER 1234 \"\"", ["200 result=0"], true),
            ("SAY DIGITS 1234 \"\"", ["200 result=0"], true), ("SAY ALPHA abcd \"\"", ["200 result=0"], true),
            ("SAY PHONETIC ab \"\"", ["200 result=0"], true),
            ("WAIT FOR DIGIT 5000", ["200 result=1", "200 result=0"], true),
            ("SAY DATE 0 \"\"", ["200 result=0", "200 result=0"], false),
            ("EXEC Wait 3", ["200 result=0", "200 result=0"], false),
            ("CONTROL STREAM FILE long \"\"", ["200 result=0 endpos=-1", "200 result=0"], false),
            ("RECORD FILE /tmp/x wav \"\" 2000", ["200 result=0 (timeout) endpos=16000", "200 result=0"], false),
            ("RECEIVE CHAR 2000", ["200 result=0 (timeout)", "200 result=0"], false),
        ])
    func interruption(command: String, replies: [String], isCut: Bool) {
        var channel = Self.channel()
        #expect(channel.begin(command).isEmpty)
        let atOnce = channel.begin("NOOP", at: .milliseconds(500))
        #expect(atOnce.isEmpty == !isCut)
        channel.advance(to: .seconds(60))
        #expect(atOnce + channel.takeOutput() == replies)
    }

    @Test(
        "a hang-up ends the command with its own reply, and HANGUP follows",
        arguments: [
            ("STREAM FILE long \"\"", "200 result=-1 endpos=8000"),
            ("GET OPTION long \"1\"", "200 result=-1 endpos=8000"),
            ("GET DATA long", "200 result=-1"), ("WAIT FOR DIGIT -1", "200 result=-1"),
            ("SAY NUMBER 123 \"\"", "200 result=-1"), ("CONTROL STREAM FILE long \"\"", "200 result=-1 endpos=1000"),
            ("RECORD FILE /tmp/x wav \"\" -1", "200 result=-1 (hangup) endpos=8000"),
            ("RECEIVE CHAR 0", "200 result=-1 (hangup)"), ("RECEIVE TEXT 0", "200 result=-1"),
            ("EXEC Wait 9", "200 result=-1"), ("EXEC MusicOnHold", "200 result=-1"), ("EXEC MyApp", "200 result=-1"),
            ("EXEC Dial PJSIP/201", "200 result=-1"), ("EXEC Queue sales", "200 result=-1"),
        ])
    func hangup(command: String, reply: String) {
        var channel = Self.channel()
        _ = channel.begin(command)
        channel.hangUp(at: .seconds(1))
        #expect(channel.takeOutput() == [reply, "HANGUP"])
        channel.hangUp(at: .seconds(2))
        #expect(channel.takeOutput().isEmpty)
        #expect(channel.status == .hangup)
    }

    @Test("endpos counts samples of the file's own rate, in frames of 20 ms, from an offset on")
    func endpos() {
        var channel = Self.channel()
        _ = channel.begin("STREAM FILE wide \"1\"")
        channel.press(.one, at: .milliseconds(110))
        #expect(channel.takeOutput() == ["200 result=49 endpos=1920"])
        _ = channel.begin("STREAM FILE long \"1\" 70000", at: .seconds(1))
        channel.press(.one, at: .milliseconds(1_020))
        #expect(channel.takeOutput() == ["200 result=49 endpos=70160"])
        #expect(channel.ask("STREAM FILE long \"\" 72000", at: .seconds(2)).at == .seconds(3))
    }

    @Test("PLAYBACKSTATUS is FAILED when a key was pressed, although nothing failed")
    func playbackStatus() {
        var channel = Self.channel()
        _ = channel.begin("STREAM FILE long \"1\"")
        channel.press(.one, at: .seconds(1))
        #expect(channel.variables["PLAYBACKSTATUS"] == "FAILED")
        #expect(channel.status == .success)
        _ = channel.ask("STREAM FILE beep \"\"", at: .seconds(2))
        #expect(channel.variables["PLAYBACKSTATUS"] == "SUCCESS")
    }

    @Test("a missing file makes AGISTATUS FAILURE, whatever comes after")
    func missingFile() {
        var channel = Self.channel()
        _ = channel.ask("STREAM FILE nothing \"\"")
        _ = channel.ask("NOOP")
        #expect(channel.status == .failure)
        channel.end(at: .seconds(1))
        #expect(channel.takeOutput().last == "HANGUP")
    }

    @Test(
        "GET DATA ends on #, on the number of keys, or after a pause",
        arguments: [
            ("12#", 1_000, 5, "200 result=12"), ("#", 1_000, 5, "200 result="), ("12345", 1_000, 5, "200 result=12345"),
            ("", 1_000, 5, "200 result= (timeout)"), ("12", 1_000, 5, "200 result=12 (timeout)"),
            ("*1#", 0, 5, "200 result=*1"),
        ])
    func getData(keys: String, timeout: Int, most: Int, reply: String) {
        var channel = Self.channel()
        _ = channel.begin("GET DATA beep \(timeout) \(most)")
        for (index, key) in keys.compactMap({ DTMFKey($0) }).enumerated() {
            channel.press(key, at: .milliseconds(600 + index * 900))
        }
        channel.advance(to: .seconds(60))
        #expect(channel.takeOutput() == [reply])
    }

    @Test("GET DATA's own times are 6 s for the first key and 2 s for the next")
    func getDataTimes() {
        var channel = Self.channel()
        #expect(channel.ask("GET DATA beep").at == .milliseconds(6_440))
        _ = channel.begin("GET DATA beep", at: .seconds(10))
        channel.press(.one, at: .seconds(11))
        #expect(channel.deadline == .seconds(13))
        _ = channel.begin("NOOP", at: .seconds(12))
        _ = channel.begin("GET DATA beep -1", at: .seconds(20))
        channel.advance(to: .seconds(1_000))
        #expect(channel.isBusy)
    }

    @Test("GET OPTION takes a key from its digits; another one ends the wait as none")
    func getOption() {
        var channel = Self.channel()
        _ = channel.begin("GET OPTION beep 12 2000")
        channel.press(.nine, at: .milliseconds(200))
        channel.advance(to: .milliseconds(500))
        channel.press(.two, at: .milliseconds(600))
        #expect(channel.takeOutput() == ["200 result=50 endpos=3520"])
        _ = channel.begin("GET OPTION beep 12 2000", at: .seconds(1))
        channel.advance(to: .seconds(2))
        channel.press(.nine, at: .seconds(2))
        #expect(channel.takeOutput() == ["200 result=0 endpos=3520"])
    }

    @Test("in CONTROL STREAM FILE the caller moves, pauses and stops")
    func control() {
        var channel = Self.channel()
        _ = channel.begin("CONTROL STREAM FILE long \"5\" 3000 # * 8")
        channel.press(.pound, at: .seconds(1))
        channel.press(.star, at: .seconds(2))
        channel.press(.eight, at: .seconds(3))
        channel.press(.eight, at: .seconds(9))
        #expect(channel.deadline == .seconds(9 + 7))
        channel.press(.five, at: .seconds(10))
        #expect(channel.takeOutput() == ["200 result=53 endpos=4000"])
        #expect(channel.variables["CPLAYBACKSTATUS"] == "USERSTOPPED")
        #expect(channel.variables["CPLAYBACKOFFSET"] == "4000")
        #expect(channel.variables["CPLAYBACKSTOPKEY"] == "5")
    }

    @Test("GOSUB says 100 at once and 200 when the subroutine returns")
    func gosub() {
        var channel = Self.channel()
        #expect(channel.begin("GOSUB sub s 1 x") == ["100 result=0 Trying..."])
        channel.advance(to: .seconds(3))
        #expect(channel.takeOutput() == ["200 result=0 Gosub complete"])
        #expect(channel.variables["GOSUB_RETVAL"] == "42")
        #expect(channel.variables["A"] == "1")
        #expect(channel.exchanges.last?.reply.count == 2)
    }

    @Test("an application's own result 1 brings an unasked 520 block, 2 counts as a failure")
    func applicationResults() {
        var channel = Self.channel {
            $0.applications = ["One": Application(result: 1), "Two": Application(result: 2)]
        }
        let lines = channel.begin("EXEC one")
        #expect(lines.first == "200 result=1")
        #expect(lines.dropFirst().first == "520-Invalid command syntax.  Proper usage follows:")
        #expect(lines.last == "520 End of proper usage.")
        #expect(channel.status == .success)
        #expect(channel.begin("EXEC TWO") == ["200 result=2"])
        #expect(channel.status == .failure)
    }

    @Test("SET AUTOHANGUP hangs up by itself, and 0 takes it back")
    func autoHangup() {
        var channel = Self.channel()
        _ = channel.begin("SET AUTOHANGUP 2")
        _ = channel.begin("STREAM FILE long \"\"")
        channel.advance(to: .seconds(5))
        #expect(channel.takeOutput() == ["200 result=-1 endpos=16000", "HANGUP"])
        var other = Self.channel()
        _ = other.begin("SET AUTOHANGUP 2")
        _ = other.begin("SET AUTOHANGUP 0")
        other.advance(to: .seconds(5))
        #expect(!other.isDead)
    }

    @Test("ANSWER takes its time once, and a prompt before it is not heard")
    func answering() {
        var channel = Channel(IncomingCall(sendsAudio: false), sounds: Self.sounds)
        _ = channel.ask("STREAM FILE beep \"\"")
        #expect(channel.events.map(\.kind) == [.event("not heard, for the call is not answered: beep")])
        _ = channel.begin("EXEC Progress")
        _ = channel.ask("STREAM FILE beep \"\"", at: .seconds(1))
        #expect(channel.events.last?.kind == .said("beep"))
        #expect(channel.ask("ANSWER", at: .seconds(2)).at == .milliseconds(2_500))
        #expect(channel.ask("ANSWER", at: .seconds(3)).at == .seconds(3))
    }
}

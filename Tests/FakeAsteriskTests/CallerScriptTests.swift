import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("A caller's script")
struct CallerScriptTests {
    @Test("is read as people write it")
    func reads() throws {
        let script = try CallerScript("1, wait 2, press 07# now, *9 at 1.5, silence, speak 6\nhang up, hang up at 3")
        #expect(
            script.acts == [
                .press([.one], .asked), .wait(.seconds(2)), .press([.zero, .seven, .pound], .now),
                .press([.star, .nine], .at(.milliseconds(1_500))), .silence, .speak(.seconds(6)), .hangUp(.asked),
                .hangUp(.at(.seconds(3))),
            ])
    }

    @Test(
        "is refused where it makes no sense",
        arguments: [
            "x", "wait", "wait x", "wait -1", "1 at", "1 soon", "speak", "hang", "press", "wait 1 2", "1 now now",
        ])
    func refuses(text: String) {
        #expect(throws: FakeAsteriskError.unreadableAct(text)) { _ = try CallerScript(text) }
    }

    @Test(
        "writes itself as it is read", arguments: ["1", "12#", "wait 2.0", "silence", "1 now", "1 at 0.5", "hang up"])
    func writes(text: String) throws {
        #expect(try CallerScript(text).acts.map(\.description) == [text])
    }

    /// Plays commands one behind the other against a caller, and gives the time of each reply.
    private func play(_ script: String, _ commands: [String], call: IncomingCall = IncomingCall(state: .up)) throws
        -> (replies: [(Double, String)], model: CallModel)
    {
        let sounds = KnownSounds(["menu": Sound(lasting: .seconds(5))])
        var world = World()
        world.recordings = KeptRecordings()
        var model = CallModel(Channel(call, world: world, sounds: sounds), try CallerScript(script))
        var now = Duration.zero
        var replies: [(Double, String)] = []
        for command in commands {
            model.receive(Array((command + "\n").utf8), at: now)
            while model.channel.isBusy, let next = model.next() {
                now = max(now, next)
                model.step(at: next)
            }
            replies += model.takeOutput().map { (now.inSeconds, $0) }
        }
        return (replies, model)
    }

    @Test("a key is pressed 0.8 s after the prompt's end, once keys are waited for")
    func asked() throws {
        let (replies, _) = try play("1", ["STREAM FILE menu \"1\"", "WAIT FOR DIGIT 4000"])
        #expect(replies.map(\.1) == ["200 result=0 endpos=40000", "200 result=49"])
        #expect(replies.map(\.0) == [5, 5.8])
    }

    @Test("a second digit's wait does not ask for the next act, the next prompt does")
    func betweenDigits() throws {
        let (replies, _) = try play(
            "1, 2",
            [
                "STREAM FILE menu \"\"", "WAIT FOR DIGIT 4000", "WAIT FOR DIGIT 2000", "STREAM FILE menu \"\"",
                "WAIT FOR DIGIT 4000",
            ])
        #expect(
            replies.map(\.1).filter { !$0.contains("endpos") } == ["200 result=49", "200 result=0", "200 result=50"])
    }

    @Test("keys of one act come 0.4 s apart")
    func gaps() throws {
        let (replies, model) = try play("123", ["STREAM FILE menu \"\"", "GET DATA beep 3000 3"])
        #expect(replies.last?.1 == "200 result=123")
        #expect(abs((replies.last?.0 ?? 0) - (5 + 0.44 + 0.8 + 0.8)) < 0.001)
        #expect(model.unused.isEmpty)
    }

    @Test("a key at a time counts from the prompt's beginning, and goes on into the wait behind it")
    func at() throws {
        let (early, _) = try play("1 at 1.5", ["NOOP", "STREAM FILE menu \"1\""])
        #expect(early.last?.0 == 1.5)
        let (late, _) = try play("1 at 6", ["STREAM FILE menu \"1\"", "WAIT FOR DIGIT 4000"])
        #expect(late.last?.0 == 6)
    }

    @Test("a key now interrupts the prompt that plays")
    func now() throws {
        let (replies, _) = try play("1 now", ["STREAM FILE menu \"1\""])
        #expect(replies.map(\.1) == ["200 result=49 endpos=0"])
    }

    @Test("silence lets one wait pass, and then the next act has its turn")
    func silence() throws {
        let (replies, _) = try play("silence, 1", ["WAIT FOR DIGIT 3000", "WAIT FOR DIGIT 3000"])
        #expect(replies.map(\.1) == ["200 result=0", "200 result=49"])
        #expect(replies.map(\.0) == [3, 3.8])
    }

    @Test("waiting counts from the last act")
    func waits() throws {
        let (replies, _) = try play("1, wait 7, 2 now", ["WAIT FOR DIGIT 3000", "WAIT FOR DIGIT 20000"])
        #expect(replies.map(\.0) == [0.8, 7.8])
    }

    @Test("speaking fills the recording, and a hang-up follows it")
    func speaks() throws {
        let (replies, _) = try play("speak 6, hang up", ["RECORD FILE /r wav # 60000 0 BEEP s=3"])
        #expect(replies.map(\.1) == ["200 result=-1 (hangup) endpos=54400", "HANGUP"])
        #expect(abs((replies.first?.0 ?? 0) - 7.24) < 0.001)
    }

    @Test("hanging up at a time takes effect in whatever runs then")
    func hangsUp() throws {
        let (replies, model) = try play("hang up at 2", ["STREAM FILE menu \"\""])
        #expect(replies.map(\.1) == ["200 result=-1 endpos=16000", "HANGUP"])
        #expect(model.channel.isDead)
    }
}

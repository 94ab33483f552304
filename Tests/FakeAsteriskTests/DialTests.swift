import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("Telephones, queues and mailboxes")
struct DialTests {
    private static func channel(_ change: (inout World) -> Void) -> Channel {
        var world = World()
        change(&world)
        return Channel(IncomingCall(name: "Jo", state: .up), world: world)
    }

    @Test(
        "DIALSTATUS by what the telephone does",
        arguments: [
            (Telephone.busy, "BUSY", 0.3, 0), (.offline, "CHANUNAVAIL", 0, 0), (.congestion, "CONGESTION", 0.3, 0),
            (.declined, "CHANUNAVAIL", 0.3, 0), (.noAnswer, "NOANSWER", 20, 0),
            (.answers(after: .seconds(4), talks: .seconds(7)), "ANSWER", 11, -1),
            (.answers(after: .seconds(20)), "NOANSWER", 20, 0),
        ] as [(Telephone, String, Double, Int)])
    func status(telephone: Telephone, status: String, seconds: Double, result: Int) {
        var channel = Self.channel { $0.telephones["201"] = telephone }
        let answer = channel.ask("EXEC Dial \"PJSIP/201,20\"")
        #expect(answer.lines == ["200 result=\(result)"])
        #expect(answer.at.inSeconds == seconds)
        #expect(channel.variables["DIALSTATUS"] == status)
        #expect(channel.status == .success)
        #expect(!channel.isDead)
    }

    @Test("after a talk that the other side ended the channel is up, and prompts still play")
    func afterTalk() {
        var channel = Self.channel { $0.telephones["201"] = .answers(after: .seconds(1), talks: .milliseconds(2_900)) }
        _ = channel.ask("EXEC Dial Local/201@phones/n,20")
        #expect(channel.variables["ANSWEREDTIME"] == "2")
        #expect(channel.variables["DIALEDPEERNUMBER"] == "201@phones/n")
        #expect(channel.ask("CHANNEL STATUS", at: .seconds(4)).lines == ["200 result=6"])
        #expect(channel.ask("STREAM FILE beep \"\"", at: .seconds(4)).lines == ["200 result=0 endpos=3520"])
    }

    @Test("of several telephones the first to answer has the call; option g answers 0")
    func together() {
        var channel = Self.channel {
            $0.telephones = ["201": .answers(after: .seconds(9)), "202": .answers(after: .seconds(3)), "203": .busy]
        }
        #expect(channel.ask("EXEC Dial PJSIP/201&PJSIP/202&PJSIP/203,20,mg").lines == ["200 result=0"])
        #expect(channel.variables["DIALEDPEERNUMBER"] == "202")
        #expect(channel.rung.map(\.dialString) == ["PJSIP/201", "PJSIP/202", "PJSIP/203"])
    }

    @Test("a key in a talk goes to the other party; one while it rings is heard by nobody")
    func keysWhileDialling() {
        var channel = Self.channel { $0.telephones["201"] = .answers(after: .seconds(1), talks: .seconds(5)) }
        _ = channel.begin("EXEC Dial PJSIP/201")
        channel.press(.one, at: .milliseconds(500))
        channel.advance(to: .seconds(2))
        channel.press(.one, at: .seconds(2))
        #expect(channel.keyFates == [.unheard: 1, .passedOn: 1])
    }

    @Test("hanging up while it rings is CANCEL, in the talk ANSWER")
    func hangups() {
        var channel = Self.channel { $0.telephones["201"] = .answers(after: .seconds(5)) }
        _ = channel.begin("EXEC Dial PJSIP/201")
        channel.hangUp(at: .seconds(1))
        #expect(channel.variables["DIALSTATUS"] == "CANCEL")
        var talking = Self.channel { $0.telephones["201"] = .answers(after: .seconds(5)) }
        _ = talking.begin("EXEC Dial PJSIP/201")
        talking.advance(to: .seconds(6))
        talking.hangUp(at: .milliseconds(8_500))
        #expect(talking.variables["DIALSTATUS"] == "ANSWER")
        #expect(talking.variables["ANSWEREDTIME"] == "3")
    }

    @Test(
        "a dial string finds its telephone by any of its parts",
        arguments: [
            "PJSIP/201", "201", "201@phones", "201@phones/n",
        ])
    func lookup(name: String) {
        var world = World()
        world.telephones[name] = .busy
        #expect(world.telephone("Local/201@phones/n") == (name == "PJSIP/201" ? .noAnswer : .busy))
        #expect(world.telephone("PJSIP/201") == (name.contains("@") ? .noAnswer : .busy))
    }

    @Test(
        "QUEUESTATUS by what the queue does",
        arguments: [
            (CallQueue.Fate.full, "FULL", "0", 0.0), (.empty, "JOINEMPTY", "0", 0), (.nobody, "TIMEOUT", "0", 30),
            (.answers(after: .seconds(5), talks: .seconds(9)), "", "-1", 14),
            (.answers(after: .seconds(40)), "TIMEOUT", "0", 30),
        ] as [(CallQueue.Fate, String, String, Double)])
    func queue(fate: CallQueue.Fate, status: String, result: String, seconds: Double) {
        var channel = Self.channel { $0.queues["sales"] = CallQueue(waiting: 1, fate: fate) }
        let answer = channel.ask("EXEC Queue sales,,,,30")
        #expect(answer.lines == ["200 result=\(result)"])
        #expect(answer.at.inSeconds == seconds)
        #expect(channel.variables["QUEUESTATUS"] ?? "" == status)
    }

    @Test("option c goes on after a talk and says CONTINUE, whoever ended it")
    func queueContinues() {
        var channel = Self.channel {
            $0.queues["sales"] = CallQueue(fate: .answers(after: .seconds(5), talks: .seconds(9)))
        }
        let answer = channel.ask("EXEC Queue sales,c,,,30")
        #expect(answer.lines == ["200 result=0"])
        #expect(channel.variables["QUEUESTATUS"] == "CONTINUE")
        var hungUp = Self.channel { $0.queues["sales"] = CallQueue(fate: .answers(after: .seconds(5))) }
        _ = hungUp.begin("EXEC Queue sales,c,,,30")
        hungUp.advance(to: .seconds(6))
        hungUp.hangUp(at: .seconds(7))
        #expect(hungUp.variables["QUEUESTATUS"] == "CONTINUE")
    }

    @Test("members who leave, and a queue that is not there")
    func queueLeft() {
        var channel = Self.channel { $0.queues["sales"] = CallQueue(fate: .deserted(after: .seconds(8))) }
        #expect(channel.ask("EXEC Queue sales,,,,30").at == .seconds(8))
        #expect(channel.variables["QUEUESTATUS"] == "LEAVEEMPTY")
        #expect(channel.ask("EXEC Queue sales,,,,5", at: .seconds(20)).at == .seconds(25))
        #expect(channel.variables["QUEUESTATUS"] == "TIMEOUT")
        var none = Self.channel { $0.otherQueues = nil }
        #expect(none.ask("EXEC Queue sales").lines == ["200 result=0"])
        #expect(none.variables["QUEUESTATUS"] == "UNKNOWN")
    }

    @Test("hanging up while waiting leaves the status of an earlier queue standing")
    func queueStale() {
        var channel = Self.channel { $0.queues = ["a": CallQueue(fate: .full), "b": CallQueue(fate: .nobody)] }
        _ = channel.ask("EXEC Queue a")
        _ = channel.begin("EXEC Queue b")
        channel.hangUp(at: .seconds(5))
        #expect(channel.variables["QUEUESTATUS"] == "FULL")
    }

    @Test("what the functions tell of queues; QUEUE_VARIABLES sets variables where it may")
    func queueFunctions() {
        var channel = Self.channel {
            $0.queues = ["a": CallQueue(waiting: 2, holdTime: 95), "b": CallQueue(waiting: 1)]
            $0.otherQueues = nil
        }
        #expect(channel.begin("GET VARIABLE QUEUE_EXISTS(a)") == ["200 result=1 (1)"])
        #expect(channel.begin("GET VARIABLE QUEUE_EXISTS(c)") == ["200 result=1 (0)"])
        #expect(channel.begin("GET VARIABLE QUEUE_WAITING_COUNT(a)") == ["200 result=1 (2)"])
        #expect(channel.begin("GET VARIABLE QUEUE_VARIABLES(b)") == ["200 result=1 (-1)"])
        #expect(channel.begin("GET VARIABLE QUEUEHOLDTIME") == ["200 result=0"])
        #expect(channel.begin("GET VARIABLE QUEUE_VARIABLES(a)") == ["200 result=1 (0)"])
        #expect(channel.begin("GET VARIABLE QUEUEHOLDTIME") == ["200 result=1 (95)"])
    }

    @Test("DIALPLAN_EXISTS knows the places of the world, any without them")
    func places() {
        var channel = Self.channel { $0.places = ["fax,s,1"] }
        #expect(channel.begin("GET VARIABLE DIALPLAN_EXISTS(fax,s,1)") == ["200 result=1 (1)"])
        #expect(channel.begin("GET VARIABLE DIALPLAN_EXISTS(fax,s,2)") == ["200 result=1 (0)"])
    }

    @Test("a subroutine has its arguments while it runs, and no longer")
    func arguments() {
        var channel = Self.channel { $0.subroutines["s,s,1"] = Subroutine(sets: ["X": "<${ARG1}|${ARG2}>"]) }
        #expect(
            channel.ask("GOSUB s s 1 \"a b,c\"").lines == ["100 result=0 Trying...", "200 result=0 Gosub complete"])
        #expect(channel.variables["X"] == "<a b|c>")
        #expect(channel.variables["ARG1"] == nil)
    }

    @Test("a message is left after greeting and beep; a mailbox that is not there fails")
    func voicemail() {
        var channel = Self.channel { $0.mailboxes["201"] = Mailbox(greeting: .seconds(4), silence: .seconds(3)) }
        channel.speak(for: .seconds(6))
        let answer = channel.ask("EXEC VoiceMail 201@default,u")
        #expect(answer.lines == ["200 result=0"])
        #expect(answer.at == .seconds(4 + 6 + 3 + 1))
        #expect(channel.variables["VMSTATUS"] == "SUCCESS")
        _ = channel.ask("EXEC VoiceMail 999@default", at: .seconds(20))
        #expect(channel.variables["VMSTATUS"] == "FAILED")
        _ = channel.begin("EXEC VoiceMail 201,s", at: .seconds(30))
        channel.press(.pound, at: .seconds(35))
        #expect(channel.events.map(\.kind).contains(.event("leaves 5 s in mailbox 201")))
    }

    @Test("hanging up during a message keeps it, during the greeting leaves none")
    func voicemailHangup() {
        var channel = Self.channel { $0.mailboxes["201"] = Mailbox(greeting: .seconds(4)) }
        _ = channel.begin("EXEC VoiceMail 201")
        channel.hangUp(at: .seconds(2))
        #expect(channel.variables["VMSTATUS"] == "FAILED")
        var other = Self.channel { $0.mailboxes["201"] = Mailbox(greeting: .seconds(4)) }
        _ = other.begin("EXEC VoiceMail 201")
        other.advance(to: .seconds(6))
        other.hangUp(at: .seconds(9))
        #expect(other.variables["VMSTATUS"] == "SUCCESS")
    }
}

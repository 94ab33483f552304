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

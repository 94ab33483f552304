import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("What a real Asterisk answered, the fake answers, too")
struct TranscriptReplayTests {
    @Test("the environment block, line by line")
    func environment() throws {
        let recorded = try Recorded("asterisk-22.10-commands")
        let call = RecordedWorld.call(channel: "Local/s@ivr-00000008;2", uniqueID: "1795334806.17")
        let block = EnvironmentBlock(call, host: "127.0.0.1", port: 4573).lines
        #expect(block == recorded.environment)
    }

    @Test("every command of the long session, with its reply and the time it took")
    func commands() throws {
        let recorded = try Recorded("asterisk-22.10-commands")
        let call = RecordedWorld.call(channel: "Local/s@ivr-00000008;2", uniqueID: "1795334806.17")
        var channel = Channel(call, world: RecordedWorld.world, sounds: RecordedWorld.sounds)
        var now = Duration.zero
        var pending: [String] = []
        for step in recorded.steps {
            let answer = channel.ask(step.command, at: now)
            pending += answer.lines
            #expect(Array(pending.prefix(step.replies.count)) == step.replies, "\(step.command)")
            pending.removeFirst(min(step.replies.count, pending.count))
            #expect(abs((answer.at - now).inSeconds - step.seconds) < 0.004, "\(step.command)")
            now = answer.at
        }
        #expect(recorded.steps.count == 53)
        #expect(pending.isEmpty)
    }

    @Test("keys, GET DATA, and a hang-up in the middle of a prompt")
    func keysThenHangup() throws {
        let recorded = try Recorded("asterisk-22.10-caller-keys-then-hangup")
        let call = RecordedWorld.call(channel: "Local/s@ivr-0000000a;2", uniqueID: "1795334858.21")
        var channel = Channel(call, world: RecordedWorld.world, sounds: RecordedWorld.sounds)
        var output: [String] = []
        let steps = recorded.steps
        output += channel.ask(steps[0].command).lines
        output += channel.begin(steps[1].command, at: .milliseconds(501))
        channel.press(.one, at: .milliseconds(501 + 1_703))
        output += channel.begin(steps[2].command, at: .milliseconds(2_300))
        for (index, key) in [DTMFKey.five, .five, .five, .one, .two, .three, .four, .pound].enumerated() {
            channel.press(key, at: .milliseconds(5_400 + index * 250))
        }
        output += channel.begin(steps[3].command, at: .seconds(8))
        channel.hangUp(at: .milliseconds(8_000 + 3_153))
        output += channel.begin(steps[4].command, at: .seconds(12))
        output += channel.begin(steps[5].command, at: .seconds(12))
        #expect(output == steps.flatMap(\.replies))
        #expect(channel.status == .hangup)
    }

    @Test("lines longer than the buffer put the session out of step for good")
    func longLines() throws {
        let recorded = try Recorded("asterisk-22.10-long-lines")
        let call = RecordedWorld.call(channel: "Local/s@ivr-00000009;2", uniqueID: "1795334848.19")
        var channel = Channel(call, world: RecordedWorld.world, sounds: RecordedWorld.sounds)
        var output: [String] = []
        for step in recorded.steps { output += channel.ask(step.command, at: .seconds(1)).lines }
        #expect(output == recorded.steps.flatMap(\.replies) + recorded.tail)
    }
}

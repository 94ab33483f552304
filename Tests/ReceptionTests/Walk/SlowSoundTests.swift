import Reception
import Rehearsal
import Testing

@Suite("While a sound is being made")
struct SlowSoundTests {
    @Test("the line listens, and a key pressed then is kept")
    func keyKept() async throws {
        let prompts = GatedPrompts(gated: "Good day.")
        let listens = Commands()
        let call = try await Rehearsed(line(twoChoices)) {
            $0.library = prompts
            $0.listened = Key("1")
            $0.people = ["201": .answers(after: .zero)]
            $0.fault = { number, command in
                guard command == "listen" else { return nil }
                _ = listens.note(number, command)
                if listens.all.count == 3 { prompts.open() }
                return nil
            }
        }
        #expect(listens.all.count >= 3)
        #expect(call.said == [], "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("a hang-up ends the call once the work is done")
    func hangUp() async throws {
        let prompts = GatedPrompts(gated: "Good day.")
        let call = try await Rehearsed(line(twoChoices)) {
            $0.library = prompts
            $0.fault = { _, command in
                guard command == "listen" else { return nil }
                prompts.open()
                return .hungUp
            }
        }
        #expect(prompts.count == 1)
        #expect(call.outcome == .hangup, "\(call)")
    }

    @Test("a hang-up gives the sound up, which nobody would hear", .timeLimit(.minutes(1)))
    func givenUp() async throws {
        let prompts = GatedPrompts(gated: "Good day.")
        let call = try await Rehearsed(line(twoChoices)) {
            $0.library = prompts
            $0.fault = { _, command in command == "listen" ? .hungUp : nil }
        }
        #expect(prompts.count == 0)
        #expect(call.outcome == .hangup, "\(call)")
    }
}

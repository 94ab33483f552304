import FastAGI
import Testing

/// A talk between a session and Asterisk: what is sent, what Asterisk writes upon it, and what the caller of `send` gets.
struct Talk: Sendable, CustomTestStringConvertible {
    struct Step: Sendable {
        let command: Command
        let answer: String
        let outcome: Result<String, SessionError>

        init(_ command: Command, _ answer: String, _ reply: String) {
            self.command = command
            self.answer = answer
            outcome = .success(reply)
        }

        init(_ command: Command, _ answer: String, throws error: SessionError) {
            self.command = command
            self.answer = answer
            outcome = .failure(error)
        }
    }

    let name: String
    let steps: [Step]
    var endsHungUp = false

    var testDescription: String { name }

    /// Runs the talk, with Asterisk's bytes cut in some way. Each command must have a line of its own, for the answer is
    /// found by it.
    func run(cut: @escaping @Sendable ([UInt8]) -> [[UInt8]]) async throws {
        var answers: [String: String] = [:]
        for step in steps {
            let line = String(decoding: try step.command.line().dropLast(), as: UTF8.self)
            #expect(answers.updateValue(step.answer, forKey: line) == nil)
        }
        let asterisk = ScriptedAsterisk(answersByLine: answers, cut: cut)
        let session = try #require(try await Session.begin(over: asterisk))
        for step in steps {
            let outcome: Result<String, SessionError>
            do { outcome = .success(try await session.send(step.command).text) } catch { outcome = .failure(error) }
            #expect(outcome == step.outcome, "\(step.command.verb), lines \(asterisk.lines)")
        }
        #expect(session.isHungUp == endsHungUp)
        #expect(session.ending == nil)
    }
}

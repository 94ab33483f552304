import Rehearsal
import Testing

@Suite("The script of a call test")
struct ScriptTests {
    private func run(_ script: String, _ more: String = "", menu: String = Trial.line) async throws -> Trial {
        let world = #""name": "a", "people": { "anna": "answers after 5" }, "from": "+44 7700 900001""#
        return try await Trial(menu, calls: "{ \(world), \"script\": [\(script)] \(more.isEmpty ? "" : ", " + more) }")
    }

    @Test("presses a key 0.8 s after it was named, like a newcomer")
    func newcomer() async throws {
        let first = try await run(#""press 1""#)
        #expect(first.why == nil)
        let third = try await run(#""press 3""#)
        let operators = try await run(#""press 0""#)
        let begins = try #require(first.story.first { $0.hasPrefix("Good day.") }.flatMap { first.said($0) })
        let all = try #require(first.story.first { $0.hasPrefix("Good day.") })
        #expect(all.hasSuffix("For the operator, press 0."))
        let length = Double(all.count) / 14
        let moments = [first, third, operators].compactMap(\.presses.first).map { $0 - begins }
        #expect(moments == moments.sorted() && moments[0] > 2 && moments[0] < length / 2)
        // The last one is named at the end of the prompt.
        #expect(moments[2] > length * 0.9 && moments[1] < moments[2] - 1)
    }

    @Test("presses a key that is not named 0.8 s after the end of the prompt")
    func unnamed() async throws {
        let menu = Trial.line.replacing("\"say\": \"Good day.\"", with: "\"say\": \"Key in.\", \"announce\": false")
        let trial = try await run(#""press 1""#, menu: menu)
        let begins = try #require(trial.said("Key in."))
        #expect(abs(trial.presses[0] - begins - 0.5 - 0.8) < 0.01)
        #expect(trial.why == nil)
    }

    @Test("waits with a plain press for a prompt that asks for keys, past notices and texts")
    func passesTexts() async throws {
        let menu = Trial.line.replacing("\"start\": {", with: "\"start\": [ { \"say\": \"One thing first.\" }, {")
            .replacing("\"ben\" } } } }", with: "\"ben\" } } } ] }")
        let trial = try await run(#""press 1""#, menu: menu)
        #expect(trial.why == nil)
        #expect(trial.story.contains("One thing first."))
        #expect(trial.presses[0] > (trial.story.first { $0.hasPrefix("Good day.") }.flatMap { trial.said($0) } ?? 99))
    }

    @Test("types a longer entry one key every 0.4 s")
    func entry() async throws {
        let trial = try await Trial(
            Trial.line,
            calls:
                #"{ "name": "a", "script": ["press 2", "press 07700900002#", "press 1"], "expect": { "callback": { "number": "+447700900002" } } }"#
        )
        #expect(trial.why == nil)
        let presses = trial.presses[1...12]
        for (one, next) in zip(presses, presses.dropFirst()) { #expect(abs(next - one - 0.4) < 0.001) }
    }

    @Test("presses now as soon as anything is heard, and then in the time that a finger needs")
    func now() async throws {
        let trial = try await run(#""hear Good day", "press 2 now", "press 1 now""#)
        #expect(trial.why == nil)
        #expect(abs(trial.presses[0] - 0.3) < 0.001)
        #expect(abs(trial.presses[1] - 0.7) < 0.001)
    }

    @Test("presses so many seconds after the first thing was heard, then after the last action")
    func at() async throws {
        let trial = try await run(#""press 2 at 1.5", "press 1 at 3""#)
        #expect(trial.why == nil)
        #expect(abs(trial.presses[0] - 1.8) < 0.001)
        #expect(abs(trial.presses[1] - 4.8) < 0.001)
    }

    @Test("lets waits for keys end in silence, one a line")
    func silence() async throws {
        let trial = try await run(#""silence", "press 1""#)
        #expect(trial.why == nil)
        #expect(trial.story.filter { $0.contains("For repairs") }.count == 2)
        let operators = try await run(#""silence", "silence""#)
        #expect(operators.story.contains("(rings 200)"))
    }

    @Test("does not take the pause between two keys for the next question")
    func between() async throws {
        let menu = Trial.line.replacing("\"3\": {", with: "\"1x\": { \"ring\": \"ben\" }, \"3\": {")
        let trial = try await run(#""press 1", "silence""#, menu: menu)
        // Taken after the pause, the 1 rings anna; the silence found no question.
        #expect(trial.story.contains("(rings anna)"))
        #expect(trial.why == #""silence": the call was over before it waited for a key"#)
    }

    @Test("hangs up 0.8 s after the last action, or when it says")
    func hangUp() async throws {
        let trial = try await run(
            #""press 1", "hang up""#, #""expect": { "ends": "hangup", "callback": { "status": "missed" } }"#)
        #expect(trial.why == nil)
        #expect(abs(trial.call.length / .seconds(1) - trial.presses[0] - 0.8) < 0.001)
        let later = try await run(#""press 1", "hang up at 3.5""#, #""expect": { "ends": "hangup" }"#)
        #expect(abs(later.call.length / .seconds(1) - later.presses[0] - 3.5) < 0.001)
        let first = try await run(#""hang up""#, #""expect": { "ends": "hangup", "callback": null }"#)
        #expect(first.why == nil && abs(first.call.length / .seconds(1) - 1.1) < 0.001)
    }

    @Test("speaks into a recording, which ends by its own silence")
    func speak() async throws {
        let trial = try await run(
            #""press 3", "speak 6", "press 1""#,
            #""expect": { "voicemail": { "to": "ben", "seconds": 6 }, "ends": "goodbye" }"#)
        #expect(trial.why == nil)
        let cut = try await run(
            #""press 3", "speak 6", "hang up""#,
            #""expect": { "voicemail": { "seconds": 6 }, "ends": "hangup", "email": "ben" }"#)
        #expect(cut.why == nil)
    }

    @Test("stays silent when its lines have run out, which is no failure")
    func runsOut() async throws {
        #expect(try await run("").why == nil)
    }
}

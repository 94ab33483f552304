import MenuFile
import Rehearsal
import Testing

@Suite("A script that does not hold")
struct ScriptFaultTests {
    private func why(_ script: String, _ more: String = "") async throws -> String? {
        let world = #""name": "a", "people": { "anna": "answers after 5" }"#
        return try await Trial(Trial.line, calls: "{ \(world), \"script\": [\(script)] \(more) }").why
    }

    @Test("has a line that was never reached")
    func unused() async throws {
        #expect(
            try await why(#""press 1", "press 2""#) == #""press 2": never pressed, for nothing asked for it"#)
        #expect(try await why(#""press 1", "speak 3""#) == #""speak 3": nothing was recorded"#)
        #expect(try await why(#""press 1", "hang up at 99""#) == #""hang up at 99": the call was over before"#)
    }

    @Test("has keys that were pressed while nobody listened")
    func ringing() async throws {
        #expect(try await why(#""press 1", "press 5 at 2""#) == #""press 5 at 2": pressed while nobody listened: 5"#)
    }

    @Test("has keys that nothing took")
    func untaken() async throws {
        #expect(try await why(#""press 1", "press 77 now""#)?.hasPrefix("\"press 77 now\": ") == true)
        #expect(try await why(#""press 17""#)?.hasPrefix("\"press 17\": ") == true)
    }

    @Test("has keys of which the call's end left some unpressed")
    func half() async throws {
        let trial = try await Trial(
            #"{ "attendant": 1, "name": "x", "operator": "200", "limits": { "mistakes": 1 }, "unanswered": "hangup", "start": { "say": "Hi.", "menu": { "1": { "for": "x", "go": "hangup" } } } }"#,
            calls: #"{ "name": "a", "script": ["press 12345"] }"#)
        #expect(trial.why == #""press 12345": the call was over before all keys were pressed"#)
    }

    @Test("did not hear what it should, and says what it heard instead")
    func hear() async throws {
        let why = try #require(try await why(#""hear For bills, press 1", "press 1""#))
        #expect(why.hasPrefix(#""hear For bills, press 1": not heard; said there: "Good day. For repairs, press 1."#))
        #expect(try await self.why(#""press 1", "hear Good day""#)?.hasSuffix("nothing was said there") == true)
    }

    @Test("heard what it should not")
    func notHear() async throws {
        #expect(
            try await why(#""not hear GOOD   day", "press 1""#)?.hasPrefix(#""not hear GOOD   day": heard; "#) == true)
        #expect(try await why(#""not hear Good evening", "press 1""#) == nil)
    }

    @Test("compares without case and spacing, but with punctuation")
    func folding() async throws {
        #expect(try await why(#""hear GOODDAY.  for Repairs,PRESS1", "press 1""#) == nil)
        #expect(try await why(#""hear For repairs press 1", "press 1""#) != nil)
    }

    @Test("hears what began since the last action, whole prompts, until the next one")
    func window() async throws {
        // The prompt is cut by the key, and heard as a whole all the same.
        #expect(try await why(#""hear For the operator, press 0", "press 1 now""#) == nil)
        #expect(try await why(#""silence", "hear For repairs", "not hear Good day", "press 1""#) == nil)
        #expect(try await why(#""press 2", "hear key in the number", "hang up at 2""#) == nil)
        #expect(try await why(#""hear key in the number", "press 2", "hang up at 2""#) != nil)
    }

    @Test("is told with the place of the line")
    func place() async throws {
        let trial = try await Trial(
            Trial.line, calls: "{ \"name\": \"a\",\n  \"script\": [\"hear Good day\",\n    \"press 1\", \"speak 3\"] }")
        #expect(trial.call.failedAt == Position(line: 3, column: 16))
    }

    @Test("counts the first line that does not hold, and lines before expectations")
    func order() async throws {
        let why = try await why(#""hear nonsense", "press 1", "press 1""#, #", "expect": { "ends": "goodbye" }"#)
        #expect(why?.hasPrefix(#""hear nonsense""#) == true)
    }
}

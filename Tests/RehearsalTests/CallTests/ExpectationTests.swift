import Rehearsal
import Testing

@Suite("What a call test expects")
struct ExpectationTests {
    /// Runs one call and tells why it failed.
    private func why(_ expect: String, _ script: String = #""press 1""#, _ world: String = "") async throws -> String? {
        let usual = #""name": "a", "from": "+44 7700 900001", "people": { "anna": "answers after 5" }"#
        return try await Trial(
            Trial.line, calls: "{ \(usual) \(world), \"script\": [\(script)], \"expect\": { \(expect) } }"
        ).why
    }

    @Test("passes with everything that is so")
    func passes() async throws {
        #expect(
            try await why(
                #""reaches": "anna", "shows": "Repairs: +447700900001", "callback": null, "voicemail": null, "email": null, "requests": [], "path": "1 Repairs", "language": "en", "ends": "talk", "within": 15, "says": "good day", "never": "nonsense""#
            ) == nil)
        #expect(try await why(#""reaches": "201""#) == nil, "a number that is somebody's counts as that person")
    }

    @Test(
        "tells what came out otherwise",
        arguments: [
            (#""reaches": "ben""#, "ben was to take the call, but anna took it"),
            (#""reaches": null"#, "nobody was to take the call, but anna took it"),
            (#""shows": "Bills: x""#, #""Bills: x" was to be displayed, but it was "Repairs: +447700900001""#),
            (#""whispers": "x""#, #""x" was to be whispered, but nothing was"#),
            (#""callback": { "list": "office" }"#, "a callback on the list office was to be noted, but none was"),
            (#""voicemail": { "to": "ben", "seconds": 5 }"#, "a message of 5.0 s for ben was to be kept, but none was"),
            (#""email": ["ben", "x@y.example"]"#, "ben, x@y.example was to be mailed, but nobody was"),
            (#""requests": ["GET */x"]"#, "GET */x was to be sent, but none was"),
            (#""path": "2 Bills""#, #"the path was to be "2 Bills", but it is "1 Repairs""#),
            (#""ends": "goodbye""#, "the call was to end with goodbye, but it ended with talk"),
            (#""says": ["good day", "x y"]"#, #""x y" was to be said, but was not"#),
            (#""never": ["GOOD DAY"]"#, #""GOOD DAY" was never to be said, but was"#),
            (#""variables": { "order": "5" }"#, #"{order} was to be "5", but it is missing"#),
        ])
    func faults(expect: String, why: String) async throws {
        #expect(try await self.why(expect) == why)
    }

    @Test("tells all that came out otherwise at once")
    func several() async throws {
        #expect(
            try await why(#""ends": "hangup", "reaches": "ben""#)
                == "ben was to take the call, but anna took it; the call was to end with hangup, but it ended with talk"
        )
    }

    @Test("counts the time until somebody answers, else to the end")
    func within() async throws {
        let trial = try await Trial(
            Trial.line,
            calls:
                #"{ "name": "a", "people": { "anna": "answers after 5" }, "script": ["press 1"], "expect": { "within": 1 } }"#
        )
        let needed = trial.presses[0] + 5
        #expect(trial.why == "it was to take 1.0 s at most, but it took \(tenths(needed)) s")
        #expect(trial.call.length / .seconds(1) > needed + 5)
        #expect(try await why(#""within": 1"#, #""hang up at 3""#) == "it was to take 1.0 s at most, but it took 3.3 s")
    }

    private func tenths(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    @Test("compares callback rows with their number as people write it")
    func callback() async throws {
        let script = #""press 2", "press 1""#
        #expect(
            try await why(
                #""callback": { "list": "office", "number": "07700 900 001", "confirmed": true, "status": "new" }, "email": "office@x.example""#,
                script) == nil)
        #expect(
            try await why(#""callback": { "number": "+44 7700 900002" }"#, script)
                == "a callback to +44 7700 900002 was to be noted, but on the list office, to +447700900001, confirmed, new was"
        )
        #expect(
            try await why(#""callback": null"#, script)
                == "no callback was to be noted, but on the list office, to +447700900001, confirmed, new was")
        #expect(
            try await why(#""callback": { "status": "missed", "number": null }"#, #""press 1", "hang up at 2""#) != nil)
    }

    @Test(
        "knows how a call ended",
        arguments: [
            (#""press 1""#, "talk"), (#""press 1", "hang up at 9""#, "talk"), (#""press 1", "hang up at 2""#, "hangup"),
            (#""press 2", "press 1""#, "goodbye"), (#""press 3", "speak 4", "hang up""#, "hangup"),
        ])
    func ends(script: String, ending: String) async throws {
        #expect(try await why("\"ends\": \"\(ending)\"", script) == nil)
    }

    @Test("meets its world: busy, offline and unanswered telephones, by person and by number")
    func telephones() async throws {
        let menu = Trial.line.replacing("\"ring\": \"anna\" }", with: "\"ring\": [\"anna\", \"ben\", \"203\"] }")
        let trial = try await Trial(
            menu,
            calls:
                #"{ "name": "a", "people": { "201": "busy", "ben": "offline", "203": "answers" }, "script": ["press 1"], "expect": { "reaches": "203" } }"#
        )
        #expect(trial.why == nil)
        #expect(trial.story.contains("(rings 203)") && !trial.story.contains("(rings anna)"))
    }

    @Test("meets an open request, and records that are broken")
    func records() async throws {
        let script = #""press 2", "press 1""#
        #expect(
            try await why(
                #""callback": { "list": "office" }, "says": "already on our list, at number 4""#, script,
                #", "listed": { "office": 4 }"#)
                == nil)
        #expect(
            try await why(#""callback": null, "says": "could not note that""#, script, #", "broken": ["records"]"#)
                == nil)
    }
}

import Foundation
import Testing

@Suite("attendant check, test calls")
struct CallTestTests {
    private static let passing = """
        { "name": "A repair is rung", "people": { "201": "answers" }, "script": ["press 1"],
          "expect": { "reaches": "201" } }
        """
    private static let failing = """
        { "name": "Bills are answered at once", "people": { "201": "answers after 9" },
            "script": ["hear For bills, press 1", "press 1"] }
        """

    /// Runs `check` on a menu with these calls beside it.
    private func check(_ calls: [String], _ flags: [String] = []) async throws -> (Program.Result, TemporaryFolder) {
        let folder = try TemporaryFolder()
        let menu = try folder.write(Files.callback, "line.json")
        _ = try folder.write("{ \"calls\": [\n\(calls.joined(separator: ",\n"))\n] }", "line.test.json")
        return (try await Program.run(["check", menu, "--sounds", Files.sounds] + flags), folder)
    }

    @Test("calls that pass are one line, with the choices that none of them tried")
    func passes() async throws {
        let (result, _) = try await check([Self.passing])
        #expect(result.code == 0)
        #expect(
            result.lines.suffix(3).prefix(2) == [
                "line: can be served", "line: 1 call ok; 1 of 2 choices tested (never: start 2)",
            ])
        #expect(result.lines.last?.hasPrefix("line: seconds to choose, first call: 1 repairs ") == true)
        #expect(
            result.lines.filter { $0.contains("untested") } == [
                "line.json:4:52: info untested: no call of line.test.json takes this choice (start 2) "
                    + "(Habr 383911: let friends call and test)"
            ])
    }

    @Test("a call that fails is told with the line of its script, the reason and what happened when")
    func fails() async throws {
        let (result, _) = try await check([Self.passing, Self.failing])
        #expect(result.code == 1)
        let lines = result.lines.drop { $0 != "line: 1 of 2 calls failed" }
        #expect(
            lines.dropFirst().first?.hasPrefix(
                "line.test.json:5:16: failed \"Bills are answered at once\": \"hear For bills, press 1\": not heard; "
                    + "said there: \"Good day. For repairs, press 1.") == true)
        #expect(lines.contains { $0.hasPrefix("       0.3  says    Good day. For repairs, press 1.") })
        #expect(lines.contains { $0.hasSuffix("rings   201") })
    }

    @Test("a test file with a fault is told with its place, and its calls are not run")
    func broken() async throws {
        let (result, _) = try await check([#"{ "name": "a", "scrip": [] }"#])
        #expect(result.code == 1)
        #expect(
            result.lines.first { $0.contains("error") }
                == #"line.test.json:2:16: error unknown-key: "scrip" is not known in a call; did you mean "script"?"#)
        #expect(result.lines.contains("line: the calls of line.test.json cannot be run"))
    }

    @Test("--json: each call with its transcript")
    func json() async throws {
        let (result, _) = try await check([Self.passing, Self.failing], ["--json"])
        #expect(result.code == 1)
        let calls = try #require(try Program.object(result.output)["calls"] as? [[String: Any]])
        #expect(calls.count == 2)
        for call in calls {
            #expect(Set(call.keys) == ["file", "name", "passed", "seconds", "why", "transcript"])
            #expect(call["file"] as? String == "line.test.json")
            #expect((call["seconds"] as? Double).map { $0 > 10 } == true)
            let transcript = try #require(call["transcript"] as? [[String: Any]])
            #expect(transcript.contains { $0["key"] as? String == "1" && $0["at"] is Double })
        }
        #expect(calls.map { $0["passed"] as? Bool } == [true, false])
        #expect(calls[0]["why"] is NSNull)
        #expect((calls[1]["why"] as? String)?.hasPrefix("\"hear For bills") == true)
    }

    @Test("a folder's menus are each tested by the file beside them, and test files are no menus")
    func folder() async throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            _ = try folder.write(Files.callback, "\(name).json")
            _ = try folder.write("{ \"calls\": [\(name == "a" ? Self.passing : Self.failing)] }", "\(name).test.json")
        }
        _ = try folder.write(Files.callback, "c.json")
        let result = try await Program.run(["check", folder.path, "--sounds", Files.sounds])
        #expect(result.code == 1)
        let verdicts = result.lines.filter { line in
            ["a: ", "b: ", "c: "].contains { line.hasPrefix($0) } && !line.contains("seconds to choose")
        }
        #expect(
            verdicts == [
                "a: can be served", "a: 1 call ok; 1 of 2 choices tested (never: start 2)", "b: can be served",
                "b: 1 of 1 calls failed", "c: can be served",
            ])
    }

    @Test("a thousand calls take seconds")
    func thousand() async throws {
        let calls = (1...1000).map { number in
            """
            { "name": "call \(number)", "people": { "201": "answers after \(number % 15)" }, "script": ["press 1"],
              "expect": { "reaches": "201" } }
            """
        }
        let start = ContinuousClock.now
        let (result, _) = try await check(calls)
        #expect(result.code == 0)
        #expect(result.lines.contains("line: 1000 calls ok; 1 of 2 choices tested (never: start 2)"))
        // A debug build on a busy machine; a release build takes a fraction of it.
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}

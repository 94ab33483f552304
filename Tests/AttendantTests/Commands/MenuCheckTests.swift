import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

@testable import Attendant

@Suite("The lines of attendant check")
struct MenuCheckTests {
    private func outcome(_ calls: String, isEstimated: Bool) async throws -> CallTesting.Outcome {
        let menu = """
            { "attendant": 1, "name": "x", "operator": "200",
              "start": { "say": "Hi.", "menu": { "1": { "for": "repairs", "ring": "201" } } } }
            """
        let document = try #require(MenuLoader.load(text: menu, fileName: "line.json", release: .whole).document)
        let tests = CallTestLoader.load(
            Array("{ \"calls\": [ \(calls) ] }".utf8), fileName: "line.test.json", menu: document)
        let runner = CallTestRunner(
            menu: MenuVersion(document: document, version: "v"), prompts: EstimatedPrompts(), numbers: NumberRules(),
            house: Reception.House(messages: "/messages"))
        var report: CallTestReport?
        if let file = tests.file { report = await runner.run(file) }
        return CallTesting.Outcome(
            file: "line.test.json", findings: tests.findings, report: report, isEstimated: isEstimated)
    }

    private func lines(_ calls: String, isEstimated: Bool = false) async throws -> [String] {
        MenuCheck.File(name: "line", findings: [], tests: try await outcome(calls, isEstimated: isEstimated)).lines
    }

    @Test("say that seconds are estimates where there is no eSpeak NG")
    func estimated() async throws {
        let mark = "there is no eSpeak NG: seconds are estimates"
        let call = #"{ "name": "a", "script": ["press 1"] }"#
        #expect(
            try await lines(call, isEstimated: true) == [
                "line: can be served", "line: 1 call ok; 1 of 1 choices tested (\(mark))",
            ])
        #expect(
            try await lines(call) == ["line: can be served", "line: 1 call ok; 1 of 1 choices tested"])
    }

    @Test("hold one line a failing call, and under it what happened when")
    func failing() async throws {
        let lines = try await lines(#"{ "name": "a", "script": ["press 1", "speak 3"] }, { "name": "b" }"#)
        #expect(
            lines.prefix(3) == [
                "line: can be served", "line: 1 of 2 calls failed",
                #"line.test.json:1:51: failed "a": "speak 3": nothing was recorded"#,
            ])
        #expect(lines.dropFirst(3).allSatisfy { $0.hasPrefix("    ") } && lines.count > 8)
    }

    @Test("say that the calls of a broken test file cannot be run")
    func broken() async throws {
        #expect(try await lines("7") == ["line: can be served", "line: the calls of line.test.json cannot be run"])
    }
}

import MenuFile
import Rehearsal

extension MenuCheck.File {
    /// The verdict on the file, and on its test calls.
    var lines: [String] {
        let verdict = "\(name): \(hasErrors ? "cannot be served" : "can be served")"
        guard let tests else { return [verdict] }
        guard let report = tests.report else { return [verdict, "\(name): the calls of \(tests.file) cannot be run"] }
        let mark = tests.isEstimated ? " (there is no eSpeak NG: seconds are estimates)" : ""
        return [verdict, report.summary + mark] + report.failures.flatMap { Self.lines(of: $0, in: tests) }
    }

    /// One line with the place and the reason, then what happened in the call.
    private static func lines(of call: CallTestResult, in tests: CallTesting.Outcome) -> [String] {
        [tests.line(of: call)] + call.transcript.map { "    " + TestCallReport.Entry($0).line }
    }
}

/// One call as machines read it.
struct JSONCall: Encodable {
    private let file: String
    private let result: CallTestResult

    init(_ file: String, _ result: CallTestResult) {
        self.file = file
        self.result = result
    }

    private enum CodingKeys: String, CodingKey {
        case file, name, passed, seconds, why, transcript
    }

    func encode(to encoder: any Encoder) throws {
        var call = encoder.container(keyedBy: CodingKeys.self)
        try call.encode(file, forKey: .file)
        try call.encode(result.name, forKey: .name)
        try call.encode(result.hasPassed, forKey: .passed)
        try call.encode(result.length.rounded, forKey: .seconds)
        try call.encode(result.why, forKey: .why)
        try call.encode(result.transcript.map { TestCallReport.Entry($0) }, forKey: .transcript)
    }
}

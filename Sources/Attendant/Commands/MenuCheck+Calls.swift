import Foundation
import MenuFile
import Rehearsal

extension MenuCheck.File {
    /// The verdict on the file, and on its test calls, and the seconds to choose.
    var lines: [String] {
        ["\(name): \(hasErrors ? "cannot be served" : "can be served")"] + callLines + playedLines
            + [seconds?.line].compactMap { $0 }
    }

    private var callLines: [String] {
        guard let tests else { return [] }
        guard let report = tests.report else { return ["\(name): the calls of \(tests.file) cannot be run"] }
        let mark = tests.isEstimated ? " (there is no eSpeak NG: seconds are estimates)" : ""
        return [report.summary + mark] + report.failures.flatMap { Self.lines(of: $0, in: tests) }
    }

    /// The verdict on the calls over TCP, and those that went otherwise than on the simulated telephone.
    private var playedLines: [String] {
        guard let played, let tests else { return [] }
        let others = played.filter { $0.why != nil }
        let count = "\(played.count) \(played.count == 1 ? "call" : "calls")"
        guard !others.isEmpty else { return ["\(name): \(count) over TCP as on the simulated telephone"] }
        return ["\(name): \(others.count) of \(count) over TCP went otherwise"]
            + others.map { call in
                "\(tests.file):\(call.position.line):\(call.position.column): failed over TCP \"\(call.name)\": "
                    + PlainText.of(call.why ?? "")
            }
    }

    /// The seconds to each destination; nil: the file has errors.
    var seconds: SecondsText? {
        measure.map { SecondsText(reach: $0.reach, isEstimated: $0.isEstimated) }
    }

    /// What GitHub shows beside the lines of the file and of its tests.
    var annotations: [String] {
        let testPath = CallTesting.file(beside: path)
        let calls = (tests?.report?.failures ?? []).map { call in
            GitHubText.line(
                "error", file: testPath, at: call.failedAt ?? call.position, title: "failed call",
                message: "\"\(call.name)\": \(call.why ?? "")")
        }
        let otherwise = (played ?? []).compactMap { call in
            call.why.map { why in
                GitHubText.line(
                    "error", file: testPath, at: call.position, title: "failed over TCP",
                    message: "\"\(call.name)\": \(why)")
            }
        }
        return findings.map { GitHubText.line($0, file: path) }
            + (tests?.findings ?? []).map { GitHubText.line($0, file: testPath) } + calls + otherwise
    }

    /// One line with the place and the reason, then what happened in the call.
    private static func lines(of call: CallTestResult, in tests: CallTesting.Outcome) -> [String] {
        [tests.line(of: call)] + call.transcript.map { "    " + TestCallReport.Entry($0).line }
    }
}

/// One call over TCP as machines read it.
struct JSONPlayedCall: Encodable {
    private let file: String
    private let name: String
    private let passed: Bool
    private let seconds: Double
    private let why: String?

    init(_ file: String, _ result: AGITesting.Result) {
        self.file = file
        name = result.name
        passed = result.why == nil
        seconds = result.length.rounded
        why = result.why
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

public import MenuFile

/// How one call of a test went.
public struct CallTestResult: Sendable {
    /// The test's name.
    public let name: String
    /// Where the test stands.
    public let position: Position
    /// Why it failed, in one line; nil: it passed.
    public let why: String?
    /// The line of the script that failed, else the test; nil: it passed.
    public let failedAt: Position?
    /// How long the call was.
    public let length: Duration
    /// What happened, sensitive values masked.
    public let transcript: [TranscriptEntry]
    /// The paths of the steps that the call entered.
    public let stepsEntered: Set<String>
    /// The same without times, to be compared with the call on another telephone.
    public let account: CallAccount

    /// Whether everything was as expected.
    public var hasPassed: Bool { why == nil }
}

/// How all calls of a file went, and what of the menu they left untried.
public struct CallTestReport: Sendable {
    /// The menu's name.
    public let menu: String
    /// The calls, in the order of the file.
    public let results: [CallTestResult]
    /// What the calls tried of the menu.
    public let coverage: MenuCoverage

    init(document: MenuDocument, results: [CallTestResult]) {
        menu = document.fileName
        self.results = results
        coverage = MenuCoverage(document, entered: results.reduce(into: []) { $0.formUnion($1.stepsEntered) })
    }

    /// The calls that failed.
    public var failures: [CallTestResult] { results.filter { !$0.hasPassed } }

    /// One line: "heating: 7 calls ok; 4 of 7 choices tested (never: start 3, closed 1)".
    public var summary: String {
        let count = results.count
        guard failures.isEmpty else { return "\(menu): \(failures.count) of \(count) calls failed" }
        let calls = "\(menu): \(count) \(count == 1 ? "call" : "calls") ok"
        return ([calls] + coverage.sentences).joined(separator: "; ")
    }
}

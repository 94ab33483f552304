/// One thing that is wrong, or could be better, in a menu file.
public struct Finding: Sendable, Hashable {
    /// The file's name as it was given.
    public let file: String
    /// Where.
    public let position: Position
    /// How bad it is.
    public let severity: Severity
    /// The rule's id: "unknown-person".
    public let rule: RuleID
    /// What is wrong, what was expected, and the nearest word if there is one.
    public let message: String
    /// What to write instead of the word that is wrong, where that is known.
    public let fix: String?

    /// How bad a finding is.
    public enum Severity: String, Sendable, CaseIterable {
        /// The file cannot be loaded.
        case error
        /// Callers will suffer.
        case warning
        /// Worth knowing.
        case info
    }

    /// A finding.
    public init(
        file: String, position: Position, severity: Severity, rule: RuleID, message: String, fix: String? = nil
    ) {
        self.file = file
        self.position = position
        self.severity = severity
        self.rule = rule
        self.message = message
        self.fix = fix
    }

    /// The line, from 1.
    public var line: Int { position.line }
    /// The column, from 1, in Unicode scalars.
    public var column: Int { position.column }
}

extension Finding: CustomStringConvertible {
    /// `heating.json:35:20: error unknown-person: "ana" is not in people; did you mean "anna"?`
    public var description: String {
        "\(file):\(line):\(column): \(severity.rawValue) \(rule.rawValue): \(message)"
    }
}

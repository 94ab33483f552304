import MenuFile

/// Findings as commands of GitHub's workflows, which shows them beside the line of the file:
/// `::error file=menus/a.json,line=3,col=5,title=unknown-step::there is no such step`.
enum GitHubText {
    /// One finding on one line.
    static func line(_ finding: Finding, file: String) -> String {
        let command =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .info: "notice"
            }
        return line(
            command, file: file, at: finding.position, title: finding.rule.rawValue, message: finding.message)
    }

    /// Any command with a place.
    static func line(_ command: String, file: String, at place: Position, title: String, message: String) -> String {
        "::\(command) file=\(property(file)),line=\(place.line),col=\(place.column),title=\(property(title))::"
            + data(message)
    }

    /// What follows the second pair of colons: % and the ends of lines are escaped.
    static func data(_ text: String) -> String {
        escaped(text) { scalar in ["%", "\r", "\n"].contains(scalar) }
    }

    /// The value of a property: colons and commas, too.
    static func property(_ text: String) -> String {
        escaped(text) { scalar in ["%", "\r", "\n", ":", ","].contains(scalar) }
    }

    private static func escaped(_ text: String, _ isSpecial: (Unicode.Scalar) -> Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            guard isSpecial(scalar) else {
                escaped.unicodeScalars.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            escaped += "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return escaped
    }
}

/// Why the first lines of a connection are no AGI environment.
public enum EnvironmentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The first line does not begin with `agi_`: whoever has connected is no Asterisk. A bounded, printable excerpt.
    case notAGI(excerpt: String)
    /// A line is longer than `limit` bytes; `line` counts from 1.
    case lineTooLong(line: Int, limit: Int)
    /// The block has more than `limit` lines.
    case tooManyLines(limit: Int)
    /// The block has more than `limit` bytes.
    case tooManyBytes(limit: Int)
    /// The peer closed within the block, after `lines` whole lines.
    case cutOff(lines: Int)

    /// What is wrong, where, and what was expected.
    public var description: String {
        switch self {
        case .notAGI(let excerpt):
            "environment, line 1: expected a line that begins with \"agi_\", found \"\(excerpt)\""
        case .lineTooLong(let line, let limit):
            "environment, line \(line): longer than \(limit) bytes"
        case .tooManyLines(let limit):
            "environment: more than \(limit) lines before the blank one that ends it"
        case .tooManyBytes(let limit):
            "environment: more than \(limit) bytes before the blank line that ends it"
        case .cutOff(let lines):
            "environment: the peer closed after \(lines) lines, before the blank one that ends the block"
        }
    }
}

/// Why a line is no reply. The session is out of step then and of no more use.
public enum ReplyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A line that is no reply; a bounded excerpt, its digits hidden.
    case garbage(excerpt: String)
    /// A reply that came before its command was sent, or a second one; a bounded excerpt, its digits hidden.
    case unasked(excerpt: String)
    /// A reply, block or value longer than `limit` bytes.
    case tooLong(limit: Int)
    /// More than `limit` lines that belong to no command, while one reply was awaited.
    case tooManyUnaskedLines(limit: Int)

    /// What is wrong and what was expected.
    public var description: String {
        switch self {
        case .garbage(let excerpt): "expected a reply like \"200 result=0\", found \"\(excerpt)\""
        case .unasked(let excerpt): "a reply that no command has asked for: \"\(excerpt)\""
        case .tooLong(let limit): "a reply longer than \(limit) bytes"
        case .tooManyUnaskedLines(let limit): "more than \(limit) lines that belong to no command, before the reply"
        }
    }
}

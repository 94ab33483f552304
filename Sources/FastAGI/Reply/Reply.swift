/// What Asterisk answers to one command.
///
/// It is kept as the bytes that came, in the buffer they came in; texts are made when asked for. So keep the text you
/// need, not the reply.
public struct Reply: Sendable, Equatable {
    /// The three digits in front.
    public enum Code: Int, Sendable {
        /// The command has begun, its reply follows (GOSUB). A session does not hand it out.
        case trying = 100
        /// The command ran; whether it did what it should, its result says.
        case success = 200
        /// Asterisk's memory is short (GOSUB).
        case outOfMemory = 503
        /// There is no such command.
        case unknownCommand = 510
        /// The caller has hung up and the command needs a living channel, or an intercept routine runs.
        case deadChannel = 511
        /// The arguments are wrong.
        case badSyntax = 520
    }

    /// The three digits in front.
    public let code: Code

    /// The number behind `result=`; nil when there is none or something else: keys (`12*`), nothing at all, or more
    /// digits than fit.
    public let result: Int?

    /// The whole line; a 520 block or a value with newlines has them in it, the last one taken off.
    let line: ArraySlice<UInt8>

    /// Where the value behind `result=` ends; the line's start when there is no `result=`.
    let valueEnd: Int

    /// Where the value behind `result=` begins.
    let valueStart: Int

    /// All of it, as text.
    public var text: String { String(lenient: line) }

    /// The characters behind `result=` up to the next space: `0`, `-1`, `5551234`, `12*`, or nothing.
    public var value: String { String(lenient: line[valueStart..<valueEnd]) }

    /// What comes behind the value, without the space between: `(timeout) endpos=0`, `Gosub complete`.
    public var note: String { String(lenient: afterValue.dropFirst()) }

    /// The usage text of a 520 block, empty when Asterisk has none.
    public var usage: String {
        guard code == .badSyntax else { return "" }
        let lines = line.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
        return lines.count < 3 ? "" : lines.dropFirst().dropLast().map { String(lenient: $0) }.joined(separator: "\n")
    }
}

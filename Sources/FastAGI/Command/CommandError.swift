/// Why a command is not sent. Arguments may be what a caller typed or said, so none is repeated here.
public enum CommandError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A text holds CR, LF or NUL (`byte`): it would begin a second command, or glue the next one on.
    case forbiddenByte(UInt8)
    /// The line has more bytes than this Asterisk takes whole.
    case lineTooLong(bytes: Int, limit: Int)
    /// The line has more words than Asterisk's table (`MAX_ARGS` in res_agi.c).
    case tooManyWords(count: Int, limit: Int)
    /// There is no word at all, or the first one is empty.
    case noWords
    /// The line begins with `failure`, which ends the AGI at once.
    case beginsWithFailure
    /// A number, time or length is not one that Asterisk understands.
    case outOfRange(argument: String, allowed: String)
    /// The text of SAY DIGITS is empty or holds something other than 0–9.
    case notDigits
    /// A priority's label is empty or begins like a number, as which Asterisk would read it.
    case labelLikeNumber
    /// A caller's number holds `<`, `>` or `"`.
    case badCallerNumber

    /// What is wrong and what was expected.
    public var description: String {
        switch self {
        case .forbiddenByte(let byte):
            "a text with byte \(byte) cannot be sent: CR, LF and NUL would change the command line"
        case .lineTooLong(let bytes, let limit):
            "the command line has \(bytes) bytes, this Asterisk takes \(limit)"
        case .tooManyWords(let count, let limit):
            "the command line has \(count) words, Asterisk takes \(limit)"
        case .noWords:
            "a command needs a first word"
        case .beginsWithFailure:
            "a line that begins with \"failure\" ends the AGI"
        case .outOfRange(let argument, let allowed):
            "\(argument) is out of range, expected \(allowed)"
        case .notDigits:
            "SAY DIGITS takes the digits 0 to 9, at least one"
        case .labelLikeNumber:
            "a priority's label must not be empty or begin like a number"
        case .badCallerNumber:
            "a caller's number must not hold <, > or \""
        }
    }
}

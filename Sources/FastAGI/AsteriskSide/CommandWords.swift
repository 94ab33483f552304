/// The words of a command line, taken apart exactly as Asterisk does (`parse_args` in res_agi.c).
///
/// Space and tab separate; `"` switches quoting on and off, also within a word, so `"a""b"` is `ab`; a `\` makes the
/// byte behind it an ordinary one and is dropped. An open quote ends with the line. Whatever comes after 127 words is
/// dropped, and the line ends at a NUL.
public struct CommandWords: Sendable, Equatable {
    /// The words as bytes; one that was `""` is empty.
    public let words: [[UInt8]]

    /// The words as text, Latin-1 where they are not UTF-8.
    public var strings: [String] { words.map { String(lenient: $0) } }

    /// Takes a line apart; it comes without its newline.
    public init(line: some Sequence<UInt8>) {
        var parser = Parser()
        for byte in line {
            if byte == Byte.nul { break }
            parser.take(byte)
        }
        words = parser.words
    }

    private struct Parser {
        var words: [[UInt8]] = []
        private var isQuoted = false
        private var isEscaped = false
        private var isBetweenWords = true

        mutating func take(_ byte: UInt8) {
            switch byte {
            case Byte.quote where !isEscaped:
                isQuoted.toggle()
                if isQuoted { beginWord() }
            case Byte.space where !isQuoted && !isEscaped, Byte.tab where !isQuoted && !isEscaped:
                isBetweenWords = true
            case Byte.backslash where !isEscaped:
                isEscaped = true
            default:
                isEscaped = false
                if beginWord() { words[words.count - 1].append(byte) }
            }
        }

        /// Begins a word unless within one; false when there is no place for it.
        @discardableResult
        private mutating func beginWord() -> Bool {
            guard isBetweenWords else { return true }
            guard words.count < Command.mostWords else { return false }
            words.append([])
            isBetweenWords = false
            return true
        }
    }
}

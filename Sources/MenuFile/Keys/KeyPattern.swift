/// The key of a choice: a literal, a range or a pattern (§3.4).
public struct KeyPattern: Sendable, Hashable {
    /// As written in the file.
    public let text: String
    /// What it is.
    public let kind: Kind

    /// What a key is, and the order in which kinds win over one another.
    public enum Kind: Sendable, Hashable {
        /// "1", "12", "*", "#".
        case literal
        /// "201-249": both ends of equal length, included.
        case range(low: String, high: String)
        /// "2xx": an x stands for any digit, in the first place for any but 0.
        case pattern
    }

    /// The most keys that one entry has, so that a call's key buffer stays small.
    public static let longest = 20

    /// Reads a key as the file has it.
    ///
    /// - Throws: `notAKey`, `unequalEnds`, `backwards` or `tooLong`.
    public init(_ text: String) throws(KeyPatternError) {
        self.text = text
        kind = try Self.kind(of: text)
    }

    /// How many keys a matching entry has.
    public var length: Int {
        if case .range(let low, _) = kind { low.utf8.count } else { text.utf8.count }
    }

    /// Whether it would make the caller who presses 0 wait: anything but "0" itself that begins with 0.
    public var delaysZero: Bool { text != "0" && text.hasPrefix("0") }

    private static func kind(of text: String) throws(KeyPatternError) -> Kind {
        if text == "*" || text == "#" { return .literal }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), ends.allSatisfy({ !$0.isEmpty }) else { throw .notAKey(text) }
        guard ends.allSatisfy({ $0.utf8.count <= longest }) else { throw .tooLong(text) }
        guard ends.count == 2 else { return try kind(ofSingle: text) }
        guard ends.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { throw .notAKey(text) }
        guard ends[0].utf8.count == ends[1].utf8.count else { throw .unequalEnds(text) }
        guard ends[0] <= ends[1] else { throw .backwards(text) }
        return .range(low: String(ends[0]), high: String(ends[1]))
    }

    private static func kind(ofSingle text: String) throws(KeyPatternError) -> Kind {
        guard text.utf8.allSatisfy({ isDigit($0) || $0 == letterX }) else { throw .notAKey(text) }
        return text.utf8.contains(letterX) ? .pattern : .literal
    }
}

/// The ASCII code of the letter that stands for any digit.
let letterX = UInt8(ascii: "x")

/// Whether an ASCII code is a digit's.
func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

/// Why a key of a menu cannot be read. Each case holds the key as written.
public enum KeyPatternError: Error, Equatable, Sendable {
    /// Neither digits with or without x, a range of digits, "*" nor "#".
    case notAKey(String)
    /// The ends of a range have different lengths.
    case unequalEnds(String)
    /// The end of a range comes before its start.
    case backwards(String)
    /// It has more keys than an entry may have.
    case tooLong(String)
}

extension KeyPatternError: CustomStringConvertible {
    /// What was expected, in one line.
    public var description: String {
        switch self {
        case .notAKey(let text):
            "\"\(text)\" is no key: expected digits (\"1\", \"12\"), \"*\", \"#\", a range \"201-249\" or a pattern \"2xx\""
        case .unequalEnds(let text): "the ends of the range \"\(text)\" must have equal length, as in \"201-249\""
        case .backwards(let text): "the range \"\(text)\" runs backwards"
        case .tooLong(let text): "\"\(text)\" is too long: a key has at most \(KeyPattern.longest) digits"
        }
    }
}

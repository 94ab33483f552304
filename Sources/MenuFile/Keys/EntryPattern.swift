/// A regular expression of `check`, which a whole entry must match.
///
/// A backtracking engine can be kept busy for hours by a few characters, and a call must not hang. This one looks at
/// each part of the expression once for each place of the entry, so a match takes microseconds whatever was written.
/// What cannot be matched so, backreferences above all, is refused when the file is read.
public struct EntryPattern: Sendable {
    /// The parts of the expression; a part names others by their places in here.
    let parts: [Part]
    /// The place of the whole expression.
    let root: Int

    /// The longest expression, in bytes.
    public static let longest = 200
    /// The longest entry that is looked at: its places are the bits of a word.
    public static let longestEntry = 63
    /// The largest count in `{m,n}`.
    static let mostRepeats = 1000

    /// One part of an expression.
    enum Part: Sendable {
        /// One character of a set.
        case character(CharacterSet)
        /// `^` or `$`.
        case edge(isEnd: Bool)
        /// Parts one after another.
        case sequence([Int])
        /// One of several.
        case choice([Int])
        /// A part so many times; nil: without end.
        case repeated(Int, least: Int, most: Int?)
        /// `(?=…)` or `(?!…)`.
        case ahead(Int, isNegated: Bool)
    }

    /// Characters by their ranges.
    struct CharacterSet: Sendable, Equatable {
        var ranges: [ClosedRange<UInt32>] = []
        var isNegated = false

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            ranges.contains { $0.contains(scalar.value) } != isNegated
        }
    }

    /// Reads an expression: characters, `.`, `[…]`, `\d`, `\w`, `\s` and their opposites, `(…)`, `(?:…)`, `(?=…)`, `(?!…)`,
    /// `|`, `*`, `+`, `?`, `{m,n}`, `^` and `$`.
    ///
    /// - Throws: `EntryPatternError`, the first thing that cannot be read.
    public init(_ text: String) throws(EntryPatternError) {
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        var parser = EntryPatternParser(text)
        root = try parser.whole()
        parts = parser.parts
    }

    /// Whether the whole entry matches. An entry of more than 63 characters does not.
    public func matches(_ entry: String) -> Bool {
        let scalars = Array(entry.unicodeScalars)
        guard scalars.count <= Self.longestEntry else { return false }
        var search = EntryPatternSearch(parts, scalars)
        return search.ends(of: root, from: 0) & (1 << scalars.count) != 0
    }
}

/// Why an expression cannot be used.
public enum EntryPatternError: Error, Equatable, Sendable {
    /// It has more bytes than an expression may have.
    case tooLong
    /// A bracket, a brace or a backslash without what belongs to it.
    case unfinished(String)
    /// `*`, `+`, `?` or `{…}` with nothing before it.
    case nothingToRepeat(String)
    /// A range or a count that runs backwards or is too large.
    case badRange(String)
    /// Backreferences, look-behind and the like, which no entry of keys needs.
    case notSupported(String)
}

extension EntryPatternError: CustomStringConvertible {
    /// What was expected, in one line.
    public var description: String {
        switch self {
        case .tooLong: "a regular expression has at most \(EntryPattern.longest) bytes"
        case .unfinished(let text): "\"\(text)\" has no end"
        case .nothingToRepeat(let text): "there is nothing before \"\(text)\" that could be repeated"
        case .badRange(let text): "\"\(text)\" is no range or count (counts go to \(EntryPattern.mostRepeats))"
        case .notSupported(let text): "\"\(text)\" is beyond the regular expressions that an entry is checked with"
        }
    }
}

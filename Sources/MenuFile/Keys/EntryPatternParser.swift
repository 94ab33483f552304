/// Reads a regular expression of `check`.
struct EntryPatternParser {
    private(set) var parts: [EntryPattern.Part] = []
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = Substring(text).unicodeScalars }

    mutating func whole() throws(EntryPatternError) -> Int {
        let part = try choice()
        if !rest.isEmpty { throw .unfinished(shown) }
        return part
    }

    private mutating func choice() throws(EntryPatternError) -> Int {
        var options = [try sequence()]
        while take("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : add(.choice(options))
    }

    private mutating func sequence() throws(EntryPatternError) -> Int {
        var list: [Int] = []
        while let next = rest.first, next != "|", next != ")" { list.append(try repeated()) }
        return list.count == 1 ? list[0] : add(.sequence(list))
    }

    private mutating func repeated() throws(EntryPatternError) -> Int {
        let part = try atom()
        let counted = shown
        guard let (least, most) = try count() else { return part }
        if case .edge = parts[part] { throw .nothingToRepeat(counted) }
        // Whether as few or as many as can be are taken makes no difference to a whole entry.
        _ = take("?")
        if let next = rest.first, "*+?{".unicodeScalars.contains(next) { throw .notSupported(shown) }
        return add(.repeated(part, least: least, most: most))
    }

    private mutating func count() throws(EntryPatternError) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard rest.first == "{" else { return nil }
        let start = shown
        guard let end = rest.firstIndex(of: "}") else { throw .unfinished(start) }
        let inside = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        let ends = inside.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), let least = decimal(ends[0], digits: 1...4) else { throw .badRange(start) }
        let most = ends.count == 1 ? least : decimal(ends[1], digits: 1...4)
        let isOpen = ends.count == 2 && ends[1].isEmpty
        guard isOpen || most.map({ $0 >= least && $0 <= EntryPattern.mostRepeats }) == true,
            least <= EntryPattern.mostRepeats
        else { throw .badRange(start) }
        return (least, most)
    }

    private mutating func atom() throws(EntryPatternError) -> Int {
        let start = shown
        guard let next = rest.popFirst() else { throw .unfinished(start) }
        switch next {
        case "(": return try group(start)
        case "[": return add(.character(try EntryPatternClass.read(&rest, start)))
        case "^": return add(.edge(isEnd: false))
        case "$": return add(.edge(isEnd: true))
        case ".": return add(.character(.init(ranges: [10...10], isNegated: true)))
        case "*", "+", "?", "{": throw .nothingToRepeat(start)
        case "\\": return add(.character(try EntryPatternClass.escaped(&rest, start)))
        case _ where !next.isASCII: throw .notSupported(start)
        default: return add(.character(.init(ranges: [next.value...next.value])))
        }
    }

    private mutating func group(_ start: String) throws(EntryPatternError) -> Int {
        var kind = UnicodeScalar("(")
        if take("?") {
            guard let mark = rest.popFirst(), ":=!".unicodeScalars.contains(mark) else { throw .notSupported(start) }
            kind = mark
        }
        let inner = try choice()
        guard take(")") else { throw .unfinished(start) }
        return switch kind {
        case "=": add(.ahead(inner, isNegated: false))
        case "!": add(.ahead(inner, isNegated: true))
        default: inner
        }
    }

    private mutating func add(_ part: EntryPattern.Part) -> Int {
        parts.append(part)
        return parts.count - 1
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    /// What comes next, for messages.
    private var shown: String { String(String.UnicodeScalarView(rest.prefix(20))) }
}

/// Sets of characters: `[0-9]`, `\d`.
enum EntryPatternClass {
    private static let digits: [ClosedRange<UInt32>] = [48...57]
    private static let words: [ClosedRange<UInt32>] = [48...57, 65...90, 95...95, 97...122]
    private static let blanks: [ClosedRange<UInt32>] = [9...13, 32...32]

    /// What follows a backslash.
    static func escaped(
        _ rest: inout Substring.UnicodeScalarView, _ start: String
    ) throws(EntryPatternError) -> EntryPattern.CharacterSet {
        guard let scalar = rest.popFirst() else { throw .unfinished(start) }
        switch scalar {
        case "d", "D": return .init(ranges: digits, isNegated: scalar == "D")
        case "w", "W": return .init(ranges: words, isNegated: scalar == "W")
        case "s", "S": return .init(ranges: blanks, isNegated: scalar == "S")
        default:
            // A letter or digit after a backslash means something else in every dialect: \1, \b, \p{…}.
            if words.contains(where: { $0.contains(scalar.value) }) { throw .notSupported(start) }
            return .init(ranges: [scalar.value...scalar.value])
        }
    }

    /// What follows an opening bracket, up to and with the closing one.
    static func read(
        _ rest: inout Substring.UnicodeScalarView, _ start: String
    ) throws(EntryPatternError) -> EntryPattern.CharacterSet {
        var set = EntryPattern.CharacterSet()
        if rest.first == "^" {
            rest.removeFirst()
            set.isNegated = true
        }
        while let scalar = rest.popFirst() {
            if scalar == "]" {
                if set.ranges.isEmpty { throw .unfinished(start) }
                return set
            }
            if scalar == "[" || scalar == "&" { throw .notSupported(start) }
            let low = scalar == "\\" ? try escaped(&rest, start) : .init(ranges: [scalar.value...scalar.value])
            if low.isNegated { throw .notSupported(start) }
            set.ranges += try range(from: low, &rest, start)
        }
        throw .unfinished(start)
    }

    /// A range when a dash and its end follow, else the characters themselves.
    private static func range(
        from low: EntryPattern.CharacterSet, _ rest: inout Substring.UnicodeScalarView, _ start: String
    ) throws(EntryPatternError) -> [ClosedRange<UInt32>] {
        guard rest.first == "-", let end = rest.dropFirst().first, end != "]" else { return low.ranges }
        rest.removeFirst(2)
        guard low.ranges.count == 1, let first = low.ranges.first, first.count == 1, end != "\\", end != "[",
            first.lowerBound <= end.value
        else { throw .badRange(start) }
        return [first.lowerBound...end.value]
    }
}

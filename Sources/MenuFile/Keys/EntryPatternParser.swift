/// A part of an entry's regular expression.
indirect enum EntryPatternNode {
    case set(Set<UInt8>)
    case sequence([EntryPatternNode])
    case choice([EntryPatternNode])
    case repeated(EntryPatternNode, least: Int, most: Int?)
}

/// Reads an entry's regular expression.
struct EntryPatternParser {
    /// How deep groups may stand in one another.
    static let deepest = 20
    private static let printable = Set(UInt8(0x20)...UInt8(0x7E))
    private static let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    private static let word = Set(printable.filter { isDigit($0) || $0 == 95 || isLetter($0) })

    private let characters: [Character]
    private var place = 0
    private var depth = 0

    init(_ text: String) { characters = Array(text) }

    mutating func pattern() throws(EntryPatternError) -> EntryPatternNode {
        guard characters.count >= 2, characters.first == "^", characters.last == "$", !isEscaped(characters.count - 1)
        else { throw .notWhole }
        place = 1
        let node = try choice()
        guard place == characters.count - 1 else { throw unreadable(place) }
        return node
    }

    /// Whether an odd number of backslashes stands before a place.
    private func isEscaped(_ place: Int) -> Bool {
        characters[..<place].reversed().prefix { $0 == "\\" }.count % 2 == 1
    }

    private mutating func choice() throws(EntryPatternError) -> EntryPatternNode {
        var ways = [try sequence()]
        while take("|") { ways.append(try sequence()) }
        return ways.count == 1 ? ways[0] : .choice(ways)
    }

    private mutating func sequence() throws(EntryPatternError) -> EntryPatternNode {
        var nodes: [EntryPatternNode] = []
        while let next = peek, next != "|", next != ")" { nodes.append(try repeated(try atom())) }
        return .sequence(nodes)
    }

    private mutating func atom() throws(EntryPatternError) -> EntryPatternNode {
        let start = place
        guard let character = next() else { throw unreadable(start) }
        switch character {
        case "(": return try group(from: start)
        case "[": return .set(try brackets(from: start))
        case ".": return .set(Self.printable)
        case "\\": return .set(try escape(from: start))
        case "?", "*", "+", "{", "^", "$", "]", "}": throw unreadable(start)
        default: return .set([try byte(character, at: start)])
        }
    }

    private mutating func group(from start: Int) throws(EntryPatternError) -> EntryPatternNode {
        depth += 1
        guard depth <= Self.deepest else { throw .tooLong }
        defer { depth -= 1 }
        if take("?"), !take(":") { throw unreadable(start) }
        let node = try choice()
        guard take(")") else { throw unreadable(start) }
        return node
    }

    private mutating func brackets(from start: Int) throws(EntryPatternError) -> Set<UInt8> {
        let isInverted = take("^")
        var set: Set<UInt8> = []
        var isClosed = false
        while let character = next() {
            isClosed = character == "]"
            if isClosed { break }
            if character == "\\" {
                set.formUnion(try escape(from: place - 1))
                continue
            }
            let low = try byte(character, at: place - 1)
            guard peek == "-", place + 1 < characters.count, characters[place + 1] != "]" else {
                set.insert(low)
                continue
            }
            place += 1
            guard let end = next(), let high = end.asciiValue, low <= high else { throw unreadable(start) }
            set.formUnion(low...high)
        }
        guard isClosed, !set.isEmpty else { throw unreadable(start) }
        return isInverted ? Self.printable.subtracting(set) : set
    }

    private mutating func escape(from start: Int) throws(EntryPatternError) -> Set<UInt8> {
        guard let character = next(), let byte = character.asciiValue else { throw unreadable(start) }
        switch character {
        case "d": return Self.digits
        case "D": return Self.printable.subtracting(Self.digits)
        case "w": return Self.word
        case "W": return Self.printable.subtracting(Self.word)
        case _ where isDigit(byte) || Self.isLetter(byte): throw unreadable(start)
        default: return [byte]
        }
    }

    private mutating func repeated(_ node: EntryPatternNode) throws(EntryPatternError) -> EntryPatternNode {
        let start = place
        let count: (Int, Int?)
        if take("?") {
            count = (0, 1)
        } else if take("*") {
            count = (0, nil)
        } else if take("+") {
            count = (1, nil)
        } else if peek == "{" {
            count = try counts()
        } else {
            return node
        }
        // A lazy or possessive mark changes what is tried first, and nothing about a whole match.
        _ = take("?")
        if let most = count.1, most < count.0 { throw unreadable(start) }
        return .repeated(node, least: count.0, most: count.1)
    }

    /// `{2}`, `{2,}` or `{2,4}`.
    private mutating func counts() throws(EntryPatternError) -> (Int, Int?) {
        let start = place
        guard let end = characters[place...].firstIndex(of: "}") else { throw unreadable(start) }
        let fields = String(characters[(place + 1)..<end]).split(separator: ",", omittingEmptySubsequences: false)
        guard (1...2).contains(fields.count), let least = decimal(fields[0], digits: 1...3) else {
            throw unreadable(start)
        }
        place = end + 1
        if fields.count == 1 { return (least, least) }
        if fields[1].isEmpty { return (least, nil) }
        guard let most = decimal(fields[1], digits: 1...3) else { throw unreadable(start) }
        return (least, most)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    private func byte(_ character: Character, at place: Int) throws(EntryPatternError) -> UInt8 {
        guard let byte = character.asciiValue, Self.printable.contains(byte) else { throw unreadable(place) }
        return byte
    }

    private var peek: Character? { place < characters.count - 1 ? characters[place] : nil }

    private mutating func next() -> Character? {
        guard let character = peek else { return nil }
        place += 1
        return character
    }

    private mutating func take(_ character: Character) -> Bool {
        if peek != character { return false }
        place += 1
        return true
    }

    private func unreadable(_ place: Int) -> EntryPatternError {
        .unreadable(String(characters[min(place, characters.count - 1)...].prefix(10)), place: place + 1)
    }
}

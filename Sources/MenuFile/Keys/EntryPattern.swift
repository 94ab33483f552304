/// A regular expression for an entry (`check` of a `collect`), matched as a whole.
///
/// It is run as a set of states, so the time of a match grows with the entry's length only: no expression, however it
/// nests its repetitions, can hold up a call. For the same reason it has no references back and no looking around.
public struct EntryPattern: Sendable, Hashable {
    /// As written, with its ^ and $.
    public let text: String
    private let states: [State]
    private let start: Int

    /// The most states that a pattern may need; each repetition counts as often as it may be repeated.
    public static let mostStates = 2000

    enum State: Sendable, Hashable {
        /// Takes one of these characters.
        case take(Set<UInt8>, next: Int)
        /// Goes on at each of these without taking anything.
        case split([Int])
        /// The end of the pattern.
        case end
    }

    /// Reads "^…$": characters, `.`, `\d`, `\w`, `[1-3]`, `[^0]`, groups, `|`, and the repetitions `?`, `*`, `+`,
    /// `{2}`, `{2,}`, `{2,4}`.
    ///
    /// - Throws: `EntryPatternError`, where in the text and why.
    public init(_ text: String) throws(EntryPatternError) {
        var parser = EntryPatternParser(text)
        let node = try parser.pattern()
        var builder = EntryPatternBuilder()
        start = try builder.build(node)
        states = builder.states
        self.text = text
    }

    /// Whether the whole entry matches.
    public func matches(_ entry: String) -> Bool {
        var current = closure([start])
        for byte in entry.utf8 {
            let next = current.compactMap { index -> Int? in
                if case .take(let set, let next) = states[index], set.contains(byte) { next } else { nil }
            }
            if next.isEmpty { return false }
            current = closure(next)
        }
        return current.contains { states[$0] == .end }
    }

    /// All states that are reached from these without taking anything.
    private func closure(_ from: [Int]) -> Set<Int> {
        var seen: Set<Int> = []
        var open = from
        while let index = open.popLast() {
            guard seen.insert(index).inserted, case .split(let ways) = states[index] else { continue }
            open += ways
        }
        return seen
    }
}

/// Why an entry's regular expression cannot be used.
public enum EntryPatternError: Error, Equatable, Sendable {
    /// It does not begin with ^ and end with $.
    case notWhole
    /// Something cannot be read; holds what stands there, and the place counted from 1.
    case unreadable(String, place: Int)
    /// It needs more states than are allowed.
    case tooLong
}

extension EntryPatternError: CustomStringConvertible {
    /// What was expected, in one line.
    public var description: String {
        switch self {
        case .notWhole: "a regular expression begins with ^ and ends with $, as in \"^[1-3][0-9]{4}$\""
        case .unreadable(let text, let place):
            "\"\(text)\" at character \(place) cannot stand there: a regular expression has characters, ., \\d, [1-3], "
                + "(…), |, ?, *, +, {2,4}"
        case .tooLong: "the regular expression repeats too much: an entry has at most 20 keys"
        }
    }
}

/// Makes states of a parsed pattern, the last first.
struct EntryPatternBuilder {
    private(set) var states: [EntryPattern.State] = [.end]

    mutating func build(_ node: EntryPatternNode) throws(EntryPatternError) -> Int { try build(node, next: 0) }

    private mutating func build(_ node: EntryPatternNode, next: Int) throws(EntryPatternError) -> Int {
        switch node {
        case .set(let set): return try add(.take(set, next: next))
        case .sequence(let nodes):
            var next = next
            for node in nodes.reversed() { next = try build(node, next: next) }
            return next
        case .choice(let nodes):
            var ways: [Int] = []
            for node in nodes { ways.append(try build(node, next: next)) }
            return try add(.split(ways))
        case .repeated(let node, let least, let most): return try build(node, least, most, next: next)
        }
    }

    private mutating func build(
        _ node: EntryPatternNode, _ least: Int, _ most: Int?, next: Int
    ) throws(EntryPatternError) -> Int {
        var start = next
        if let most {
            for _ in least..<most { start = try add(.split([try build(node, next: start), next])) }
        } else {
            start = try add(.split([]))
            states[start] = .split([try build(node, next: start), next])
        }
        for _ in 0..<least { start = try build(node, next: start) }
        return start
    }

    private mutating func add(_ state: EntryPattern.State) throws(EntryPatternError) -> Int {
        guard states.count < EntryPattern.mostStates else { throw .tooLong }
        states.append(state)
        return states.count - 1
    }
}

extension KeyPattern {
    /// Whether it takes exactly this entry.
    public func matches(_ entry: String) -> Bool { entry.utf8.count == length && accepts(prefix: entry) }

    /// Whether an entry that begins so, and is longer, could match.
    public func couldGrow(from entry: String) -> Bool { entry.utf8.count < length && accepts(prefix: entry) }

    /// Whether one entry would match both, and both are of one kind: of different kinds, the earlier of literal,
    /// range, pattern wins (part 10).
    public func clashes(with other: KeyPattern) -> Bool {
        switch (kind, other.kind) {
        case (.literal, .literal): text == other.text
        case (.range(let low, let high), .range(let otherLow, let otherHigh)):
            low.utf8.count == otherLow.utf8.count && low <= otherHigh && otherLow <= high
        case (.pattern, .pattern):
            length == other.length && zip(text.utf8, other.text.utf8).enumerated().allSatisfy(Self.overlap)
        default: false
        }
    }

    private static func overlap(_ place: Int, _ pair: (UInt8, UInt8)) -> Bool {
        let (one, two) = pair
        if one == letterX || two == letterX { return place > 0 || (one != zero && two != zero) }
        return one == two
    }

    private func accepts(prefix entry: String) -> Bool {
        switch kind {
        case .literal: text.hasPrefix(entry)
        case .range(let low, let high):
            entry.utf8.allSatisfy(isDigit) && String(low.prefix(entry.utf8.count)) <= entry
                && entry <= String(high.prefix(entry.utf8.count))
        case .pattern:
            zip(text.utf8, entry.utf8).enumerated().allSatisfy { place, pair in
                pair.0 == letterX ? isDigit(pair.1) && (place > 0 || pair.1 != zero) : pair.0 == pair.1
            }
        }
    }
}

private let zero = UInt8(ascii: "0")

/// Finds the choice that an entry of keys means.
public struct KeyMatcher: Sendable {
    /// The keys of the choices that can be taken now, in the order of the menu.
    public let patterns: [KeyPattern]

    /// What the keys so far mean.
    public enum Outcome: Sendable, Hashable {
        /// The choice at this index; with further keys it could become another one.
        case exact(index: Int, couldGrow: Bool)
        /// Nothing yet, but something with further keys.
        case prefix
        /// Nothing, whatever follows.
        case none
    }

    /// A matcher. The indices of its outcomes are places in `patterns`.
    public init(_ patterns: [KeyPattern]) { self.patterns = patterns }

    /// What the keys so far mean: a literal before a range before a pattern, the first of equals. An empty entry is a
    /// prefix when there is any choice.
    public func match(_ entry: String) -> Outcome {
        let couldGrow = patterns.contains { $0.couldGrow(from: entry) }
        let matching = patterns.indices.filter { patterns[$0].matches(entry) }
        if let best = matching.min(by: { patterns[$0].precedence < patterns[$1].precedence }) {
            return .exact(index: best, couldGrow: couldGrow)
        }
        return couldGrow ? .prefix : .none
    }
}

extension KeyPattern {
    /// The smaller wins where several match.
    var precedence: Int {
        switch kind {
        case .literal: 0
        case .range: 1
        case .pattern: 2
        }
    }
}

/// Times between a reply and the next command, for their percentiles.
public struct Gaps: Sendable, Hashable {
    private var microseconds: [Int32] = []

    /// None yet.
    public init() {}

    /// How many there are.
    public var count: Int { microseconds.count }

    /// The longest; nil when there is none.
    public var longest: Duration? { microseconds.max().map { .microseconds(Int($0)) } }

    /// The time that so many of a hundred stay within: 50, 99, 99.9. Nil when there is none.
    public func percentile(_ percent: Double) -> Duration? {
        guard !microseconds.isEmpty else { return nil }
        let sorted = microseconds.sorted()
        // A little less, for 99.9 % of 1,000 is a little more than 999 in binary.
        let rank = (percent / 100 * Double(sorted.count) - 1e-6).rounded(.up)
        return .microseconds(Int(sorted[min(max(Int(rank) - 1, 0), sorted.count - 1)]))
    }

    /// Adds more of them.
    public mutating func add(_ gaps: some Sequence<Duration>) {
        microseconds += gaps.map { gap in
            Int32(clamping: gap.components.seconds * 1_000_000 + gap.components.attoseconds / 1_000_000_000_000)
        }
    }
}

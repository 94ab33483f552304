/// How often something took how long: counts in buckets, as Prometheus has them.
struct Histogram: Sendable, Equatable {
    /// The upper bounds of the buckets in seconds, ascending; what is longer counts in none of them.
    let bounds: [Double]
    /// How many fell into each bucket and no earlier one.
    private(set) var counts: [Int]
    /// How many there were, those beyond the last bound too.
    private(set) var count = 0
    /// All of them together, in seconds.
    private(set) var sum = 0.0

    /// From half a millisecond, where a caller hears nothing of it, to what is a gap on the line.
    static let reactions = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

    init(_ bounds: [Double] = Self.reactions) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count)
    }

    mutating func add(_ time: Duration) {
        let seconds = time / .seconds(1)
        count += 1
        sum += seconds
        if let bucket = bounds.firstIndex(where: { seconds <= $0 }) { counts[bucket] += 1 }
    }
}

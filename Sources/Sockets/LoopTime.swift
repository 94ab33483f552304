/// A moment in the time of one loop: nanoseconds since the loop was made.
///
/// A plain number, because `ContinuousClock.Instant` has no layout the compiler may rely on, and every copy of a value
/// that holds one would go through its metadata.
struct LoopTime: Comparable, Hashable {
    let nanoseconds: Int64

    static func < (one: LoopTime, other: LoopTime) -> Bool { one.nanoseconds < other.nanoseconds }

    static func + (time: LoopTime, wait: Duration) -> LoopTime {
        LoopTime(nanoseconds: time.nanoseconds + Self.nanoseconds(wait))
    }

    /// The nanoseconds of a duration, kept within 100 years, so that sums cannot overflow.
    static func nanoseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return max(-longest, min(longest, seconds)) * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    private static let longest: Int64 = 100 * 365 * 86_400
}

/// The deadlines of one loop: at most one for each slot of its table, set and dropped in constant time, without any
/// allocation once the table has its size.
///
/// A hashed wheel with one turn of about five seconds (Varghese and Lauck, 1987, scheme 6). A deadline further away is
/// put at the end of the turn and looked at again there. Nothing comes early; it comes at most one granule late.
struct TimerWheel {
    typealias Instant = ContinuousClock.Instant

    private struct Entry {
        var previous: Int32 = none
        var next: Int32 = none
        var bucket: Int32 = none
        var due: Int64 = 0
    }

    private static let none: Int32 = -1
    private static let bucketCount: Int64 = 512

    private let origin: Instant
    private let granule: Duration
    private var entries: [Entry] = []
    private var heads = [Int32](repeating: none, count: Int(bucketCount))
    /// The granule up to which everything has been handled.
    private var current: Int64 = 0
    private(set) var count = 0

    init(origin: Instant, granule: Duration = .milliseconds(10)) {
        self.origin = origin
        self.granule = granule
    }

    /// Sets the deadline of a slot in place of any it has.
    mutating func schedule(_ slot: UInt32, at due: Instant) {
        remove(slot)
        while entries.count <= Int(slot) { entries.append(Entry()) }
        entries[Int(slot)].due = max(current + 1, granules(until: due, rounded: .up))
        link(Int32(slot))
    }

    /// Drops the deadline of a slot, if it has one.
    mutating func remove(_ slot: UInt32) {
        guard Int(slot) < entries.count, entries[Int(slot)].bucket != Self.none else { return }
        let entry = entries[Int(slot)]
        if entry.previous == Self.none {
            heads[Int(entry.bucket)] = entry.next
        } else {
            entries[Int(entry.previous)].next = entry.next
        }
        if entry.next != Self.none { entries[Int(entry.next)].previous = entry.previous }
        entries[Int(slot)].bucket = Self.none
        count -= 1
    }

    /// Moves the wheel on and drops every deadline that has passed into `due`, in the order of time.
    mutating func expire(_ now: Instant, into due: inout [UInt32]) {
        let target = granules(until: now, rounded: .down)
        guard target > current else { return }
        let last = min(target, current + Self.bucketCount)
        for step in (current + 1)...last { empty(Int(step % Self.bucketCount), target, &due) }
        current = target
        // What is not due yet was put aside under its slot; it is linked anew, now that `current` has moved.
        for slot in due where entries[Int(slot)].due > target { link(Int32(slot)) }
        due.removeAll { entries[Int($0)].due > target }
    }

    /// When to look again: the start of the first granule that holds something; nil when nothing is set.
    var nextLook: Instant? {
        guard count > 0 else { return nil }
        for step in (current + 1)...(current + Self.bucketCount)
        where heads[Int(step % Self.bucketCount)] != Self.none {
            return origin + granule * Int(step)
        }
        return nil
    }

    private mutating func empty(_ bucket: Int, _ target: Int64, _ due: inout [UInt32]) {
        while heads[bucket] != Self.none {
            let slot = UInt32(heads[bucket])
            remove(slot)
            due.append(slot)
        }
    }

    private mutating func link(_ slot: Int32) {
        let step = min(entries[Int(slot)].due, current + Self.bucketCount - 1)
        let bucket = Int(step % Self.bucketCount)
        let head = heads[bucket]
        entries[Int(slot)].previous = Self.none
        entries[Int(slot)].next = head
        entries[Int(slot)].bucket = Int32(bucket)
        if head != Self.none { entries[Int(head)].previous = slot }
        heads[bucket] = slot
        count += 1
    }

    private enum Rounding { case up, down }

    private func granules(until instant: Instant, rounded: Rounding) -> Int64 {
        let span = nanoseconds(origin.duration(to: instant))
        let one = nanoseconds(granule)
        return max(0, rounded == .up ? (span + one - 1) / one : span / one)
    }

    /// Clamped to about 146 years, so that `.distantFuture` of any kind cannot overflow.
    private func nanoseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        let clamped = max(-4_600_000_000, min(4_600_000_000, seconds))
        return clamped * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

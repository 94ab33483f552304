/// The deadlines of one loop: at most one for each slot of its table, set and dropped in constant time, without any
/// allocation once the table has its size.
///
/// A hashed wheel with one turn of about five seconds (Varghese and Lauck, 1987, scheme 6). A deadline further away is
/// put at the end of the turn and looked at again there. Nothing comes early; it comes at most one granule late.
struct TimerWheel {
    private struct Entry {
        var previous: Int32 = none
        var next: Int32 = none
        var bucket: Int32 = none
        var due: Int64 = 0
    }

    private static let none: Int32 = -1
    private static let bucketCount: Int64 = 512
    /// 10 ms, in nanoseconds.
    private static let granule: Int64 = 10_000_000

    private var entries: [Entry] = []
    private var heads = [Int32](repeating: none, count: Int(bucketCount))
    /// The granule up to which everything has been handled.
    private var current: Int64 = 0
    private(set) var count = 0

    /// Sets the deadline of a slot in place of any it has.
    mutating func schedule(_ slot: UInt32, at due: LoopTime) {
        remove(slot)
        while entries.count <= Int(slot) { entries.append(Entry()) }
        let roundedUp = (due.nanoseconds + Self.granule - 1) / Self.granule
        entries[Int(slot)].due = max(current + 1, roundedUp)
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

    /// Moves the wheel on, drops every deadline that has passed, and returns their slots.
    mutating func expire(_ now: LoopTime) -> [UInt32] {
        let target = now.nanoseconds / Self.granule
        guard target > current else { return [] }
        var due: [UInt32] = []
        var later: [UInt32] = []
        for step in (current + 1)...min(target, current + Self.bucketCount) {
            let bucket = Int(step % Self.bucketCount)
            while heads[bucket] != Self.none {
                let slot = UInt32(heads[bucket])
                remove(slot)
                if entries[Int(slot)].due <= target { due.append(slot) } else { later.append(slot) }
            }
        }
        current = target
        for slot in later { link(Int32(slot)) }
        return due
    }

    /// When to look again: the first granule that holds something; nil when nothing is set.
    var nextLook: LoopTime? {
        guard count > 0 else { return nil }
        for step in (current + 1)...(current + Self.bucketCount) where heads[Int(step % Self.bucketCount)] != Self.none
        {
            return LoopTime(nanoseconds: step * Self.granule)
        }
        return nil
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
}

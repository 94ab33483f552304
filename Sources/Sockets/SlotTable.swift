/// What is registered with a loop, by slot. Slots are used again, which keeps the table as small as the most
/// connections there were at once.
struct SlotTable {
    private struct Entry {
        var handler: (any LoopHandler)?
        var generation: UInt32 = 0
    }

    private var entries: [Entry] = []
    private var free: [UInt32] = []

    var count: Int { entries.count - free.count }

    mutating func insert(_ handler: any LoopHandler) -> LoopToken {
        if let slot = free.popLast() {
            entries[Int(slot)].handler = handler
            return LoopToken(slot: slot, generation: entries[Int(slot)].generation)
        }
        entries.append(Entry(handler: handler))
        return LoopToken(slot: UInt32(entries.count - 1), generation: 0)
    }

    func handler(of token: LoopToken) -> (any LoopHandler)? {
        guard Int(token.slot) < entries.count, entries[Int(token.slot)].generation == token.generation else {
            return nil
        }
        return entries[Int(token.slot)].handler
    }

    /// The token of what is in a slot now; nil when it is free.
    func token(at slot: UInt32) -> LoopToken? {
        guard Int(slot) < entries.count, entries[Int(slot)].handler != nil else { return nil }
        return LoopToken(slot: slot, generation: entries[Int(slot)].generation)
    }

    /// Frees a slot; false when the token is no longer good.
    mutating func remove(_ token: LoopToken) -> Bool {
        guard handler(of: token) != nil else { return false }
        entries[Int(token.slot)].handler = nil
        entries[Int(token.slot)].generation &+= 1
        free.append(token.slot)
        return true
    }
}

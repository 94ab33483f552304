/// Names what is registered with a loop. The generation keeps a notice that comes late, for something already closed,
/// from reaching what has taken the place since.
struct LoopToken: Hashable {
    let slot: UInt32
    let generation: UInt32

    init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }

    init(packed: UInt64) {
        self.init(slot: UInt32(truncatingIfNeeded: packed), generation: UInt32(truncatingIfNeeded: packed >> 32))
    }

    var packed: UInt64 { UInt64(generation) << 32 | UInt64(slot) }

    /// Nothing: the slot number no table reaches.
    static let none = LoopToken(slot: .max, generation: .max)
}

/// The keys that the caller typed ahead: one buffer for the whole call (DESIGN rule 2).
struct KeyBuffer {
    private var keys: [Key] = []

    /// Keys beyond this are dropped: nobody types so far ahead on purpose.
    static let limit = 64

    var isEmpty: Bool { keys.isEmpty }
    var first: Key? { keys.first }
    var holdsZero: Bool { keys.contains(.zero) }

    mutating func append(_ key: Key) {
        guard keys.count < Self.limit else { return }
        keys.append(key)
    }

    mutating func popFirst() -> Key? { keys.isEmpty ? nil : keys.removeFirst() }

    mutating func removeAll() { keys.removeAll(keepingCapacity: true) }
}

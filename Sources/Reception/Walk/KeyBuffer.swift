/// The keys that the caller typed ahead: one buffer for the whole call (DESIGN rule 2).
struct KeyBuffer {
    private var keys: [Typed] = []

    /// A key, and when it was pressed, in `CallClock.uptime`.
    struct Typed: Equatable {
        let key: Key
        let at: Duration
    }

    /// Keys beyond this are dropped: nobody types so far ahead on purpose.
    static let limit = 64

    var all: [Typed] { keys }
    var isEmpty: Bool { keys.isEmpty }
    var first: Typed? { keys.first }
    var holdsZero: Bool { keys.contains { $0.key == .zero } }

    mutating func append(_ key: Key, at moment: Duration) {
        guard keys.count < Self.limit else { return }
        keys.append(Typed(key: key, at: moment))
    }

    mutating func popFirst() -> Typed? { keys.isEmpty ? nil : keys.removeFirst() }

    /// Forgets all keys. Returns what they were.
    @discardableResult
    mutating func removeAll() -> [Typed] {
        defer { keys.removeAll(keepingCapacity: true) }
        return keys
    }
}

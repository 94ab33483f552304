internal import Reception
internal import Synchronization

/// What is in the folder of the sounds, held in memory: looking up touches no disk.
final class SoundIndex: Sendable {
    private let state: Mutex<State>
    private let limits: SpeechLimits

    private struct State {
        var entries: [SoundKey: Record]
        var bytes: Int
        var pins: [String: Set<SoundKey>] = [:]
        var flights: [SoundKey: Flight] = [:]
        /// Flights whose sounds are not kept.
        var apart: Set<ObjectIdentifier> = []
        var uses: UInt64 = 0

        /// How many sounds are being made.
        var underWay: Int { flights.count + apart.count }
    }

    private struct Record {
        let entry: SoundFolder.Entry
        /// Counts up with each use: the smallest is the least recent.
        var use: UInt64
        /// When it was used last; nil: not since the start.
        var usedAt: ContinuousClock.Instant?
    }

    /// What to do about a sound that was asked for.
    enum Answer {
        /// It is there.
        case ready(SoundFolder.Entry)
        /// Somebody makes it already.
        case underWay(Flight)
        /// The asker has to start this flight.
        case start(Flight)
        /// Too many are being made.
        case full
    }

    /// An index of what a scan found; older sounds count as less recently used.
    init(_ found: [SoundKey: SoundFolder.Entry], limits: SpeechLimits) {
        var entries: [SoundKey: Record] = [:]
        var uses: UInt64 = 0
        for (key, entry) in found.sorted(by: { $0.value.modified < $1.value.modified }) {
            uses += 1
            entries[key] = Record(entry: entry, use: uses)
        }
        let bytes = found.values.reduce(0) { $0 + $1.bytes }
        state = Mutex(State(entries: entries, bytes: bytes, uses: uses))
        self.limits = limits
    }

    /// Bytes of all sounds.
    var bytes: Int { state.withLock { $0.bytes } }

    /// How many sounds there are.
    var count: Int { state.withLock { $0.entries.count } }

    /// All sounds.
    var entries: [SoundKey: SoundFolder.Entry] { state.withLock { $0.entries.mapValues(\.entry) } }

    /// A sound that is there; counts as a use.
    func use(_ key: SoundKey) -> SoundFolder.Entry? {
        state.withLock { state in Self.use(key, &state) }
    }

    /// A sound that is there, or the flight that makes it, which the asker has joined.
    func request(_ key: SoundKey) -> Answer {
        state.withLock { state in
            if let entry = Self.use(key, &state) { return .ready(entry) }
            if let flight = state.flights[key], flight.join() { return .underWay(flight) }
            guard state.underWay < limits.waiting else { return .full }
            let flight = Flight(key: key)
            state.flights[key] = flight
            return .start(flight)
        }
    }

    /// A flight whose sound is not kept; nil when too many are being made.
    func requestApart() -> Flight? {
        state.withLock { state in
            guard state.underWay < limits.waiting else { return nil }
            let flight = Flight()
            state.apart.insert(ObjectIdentifier(flight))
            return flight
        }
    }

    /// Ends a flight, with a new sound or without. A later flight of the same sound goes on.
    func land(_ flight: Flight, with entry: SoundFolder.Entry? = nil) {
        if let key = flight.key, let entry { add(entry, as: key) }
        state.withLock { state in
            guard let key = flight.key else {
                state.apart.remove(ObjectIdentifier(flight))
                return
            }
            if state.flights[key] === flight { state.flights[key] = nil }
        }
    }

    /// A sound that is there from now on.
    func add(_ entry: SoundFolder.Entry, as key: SoundKey) {
        state.withLock { state in
            state.uses += 1
            let record = Record(entry: entry, use: state.uses, usedAt: .now)
            let old = state.entries.updateValue(record, forKey: key)
            state.bytes += entry.bytes - (old?.entry.bytes ?? 0)
        }
    }

    /// Forgets a sound whose files are damaged or gone.
    func forget(_ key: SoundKey) {
        state.withLock { state in
            guard let record = state.entries.removeValue(forKey: key) else { return }
            state.bytes -= record.entry.bytes
        }
    }

    /// Keeps sounds for a version of a menu, those included that are still to be made.
    func pin(_ keys: some Sequence<SoundKey>, for version: String) {
        state.withLock { $0.pins[version, default: []].formUnion(keys) }
    }

    /// Lets go what was kept for a version.
    func unpin(_ version: String) {
        state.withLock { _ = $0.pins.removeValue(forKey: version) }
    }

    /// Whether there is more than is allowed.
    var isOver: Bool { state.withLock { $0.bytes > limits.cacheBytes } }

    /// Takes the least recently used sounds out, until nine tenths of what is allowed are left.
    ///
    /// Pinned sounds stay, and those that were used a moment ago. The caller removes the files.
    func prune() -> [SoundKey] {
        state.withLock { state in
            guard state.bytes > limits.cacheBytes else { return [] }
            let kept = state.pins.values.reduce(into: Set<SoundKey>()) { $0.formUnion($1) }
            let now = ContinuousClock.now
            let candidates = state.entries.filter { key, record in
                !kept.contains(key) && record.usedAt.map { now - $0 >= limits.grace } ?? true
            }
            var removed: [SoundKey] = []
            for (key, record) in candidates.sorted(by: { $0.value.use < $1.value.use }) {
                guard state.bytes > limits.cacheBytes / 10 * 9 else { break }
                state.entries[key] = nil
                state.bytes -= record.entry.bytes
                removed.append(key)
            }
            return removed
        }
    }

    private static func use(_ key: SoundKey, _ state: inout State) -> SoundFolder.Entry? {
        guard let place = state.entries.index(forKey: key) else { return nil }
        state.uses += 1
        state.entries.values[place].use = state.uses
        state.entries.values[place].usedAt = .now
        return state.entries.values[place].entry
    }
}

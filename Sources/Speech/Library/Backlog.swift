internal import Dispatch
internal import Synchronization

/// Bytes of what was spoken and is not yet levelled and written. The engine is faster than the rest: without a bound the
/// sounds of a burst would lie in memory all at once.
final class Backlog: Sendable {
    private struct State {
        var bytes = 0
        var isAwaited = false
    }
    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let limit: Int

    /// A backlog; it has room while it holds less than `limit`, so what comes last may exceed that.
    init(limit: Int) {
        self.limit = limit
    }

    /// Blocks until there is room. For one thread.
    func waitForRoom() {
        while true {
            let isFull = state.withLock { state in
                state.isAwaited = state.bytes > 0 && state.bytes >= limit
                return state.isAwaited
            }
            guard isFull else { return }
            room.wait()
        }
    }

    /// So much more.
    func add(_ bytes: Int) { state.withLock { $0.bytes += bytes } }

    /// So much less.
    func remove(_ bytes: Int) {
        let wakes = state.withLock { state in
            state.bytes -= bytes
            return state.isAwaited
        }
        if wakes { room.signal() }
    }
}

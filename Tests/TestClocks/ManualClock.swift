import Synchronization

/// A clock that stands still until a test moves it.
public final class ManualClock: Clock {
    /// How far it has been moved.
    public struct Instant: InstantProtocol {
        var offset: Duration = .zero
        /// Later by a duration.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// The time between two instants.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether one is before the other.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var now = Instant()
        var next = 0
        var watchers: [CheckedContinuation<Void, Never>] = []
        var sleepers: [Int: (until: Instant, continuation: CheckedContinuation<Void, Never>)] = [:]

        mutating func takeWatchers(_ all: Bool) -> [CheckedContinuation<Void, Never>] {
            guard all else { return [] }
            defer { watchers = [] }
            return watchers
        }
    }

    private let state = Mutex(State())

    /// A clock at its beginning.
    public init() {}

    /// Waits until somebody sleeps by this clock.
    public func somebodySleeps() async {
        await withCheckedContinuation { continuation in
            let isSo = state.withLock { state in
                if state.sleepers.isEmpty { state.watchers.append(continuation) }
                return !state.sleepers.isEmpty
            }
            if isSo { continuation.resume() }
        }
    }

    /// As far as it was moved.
    public var now: Instant { state.withLock { $0.now } }
    /// A nanosecond.
    public var minimumResolution: Duration { .nanoseconds(1) }

    /// Moves on, and wakes whoever sleeps no longer than that.
    public func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for key in due.keys { state.sleepers[key] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// Sleeps until the clock was moved so far, or the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (isOver, watchers) = state.withLock { state in
                    if deadline <= state.now || Task.isCancelled { return (true, state.takeWatchers(false)) }
                    state.sleepers[id] = (deadline, continuation)
                    return (false, state.takeWatchers(true))
                }
                if isOver { continuation.resume() }
                for watcher in watchers { watcher.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume()
        }
        try Task.checkCancellation()
    }
}

import Synchronization

/// A clock that stands still until it is told to let a sleeper go.
public final class HeldClock: Clock {
    /// Real instants, at which nothing happens by itself.
    public typealias Instant = ContinuousClock.Instant
    private let state = Mutex(State())

    /// A clock nobody sleeps by.
    public init() {}

    /// The real time.
    public var now: Instant { .now }
    /// None.
    public var minimumResolution: Duration { .zero }

    private struct State {
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var expired = 0
        var next = 0
    }

    /// Sleeps until let go, or until the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let ticket = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if Task.isCancelled { return true }
                    if state.expired > 0 {
                        state.expired -= 1
                        return true
                    }
                    state.sleepers[ticket] = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: ticket) }?.resume()
        }
        try Task.checkCancellation()
    }

    /// Lets one sleeper go: the one that sleeps, or the next one.
    public func expire() {
        let sleeper = state.withLock { state in
            if let ticket = state.sleepers.keys.first { return state.sleepers.removeValue(forKey: ticket) }
            state.expired += 1
            return nil
        }
        sleeper?.resume()
    }
}

public import Foundation
public import Reception
import Synchronization

/// A clock that only moves when somebody moves it: a call of ten minutes passes in no time.
///
/// Whoever sleeps by it is woken when it is moved past the end of the sleep. So a web service that takes ten seconds
/// takes them of the call's time, and none of ours.
public final class VirtualClock: CallClock {
    private let start: Date
    private let state = Mutex(State())

    private struct State {
        var elapsed = Duration.zero
        var nextID = 0
        var sleepers: [Int: Sleeper] = [:]

        /// Takes out those whose sleep is over.
        mutating func takeDue() -> [Sleeper] {
            let due = sleepers.filter { $0.value.until <= elapsed }
            for id in due.keys { sleepers[id] = nil }
            return due.values.sorted { $0.until < $1.until }
        }
    }

    private struct Sleeper {
        let until: Duration
        let continuation: CheckedContinuation<Void, Never>
    }

    /// A clock that stands at `start`.
    public init(at start: Date) { self.start = start }

    /// The calendar's time: the start, and what has elapsed.
    public var now: Date {
        let parts = uptime.components
        return start.addingTimeInterval(TimeInterval(parts.seconds) + TimeInterval(parts.attoseconds) / 1e18)
    }

    /// What has elapsed since the start.
    public var uptime: Duration { state.withLock { $0.elapsed } }

    /// When the next sleeper is to be woken; nil: nobody sleeps.
    public var nextWake: Duration? { state.withLock { $0.sleepers.values.map(\.until).min() } }

    /// How many sleep.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Moves on by `time`; a negative time moves nothing.
    public func advance(by time: Duration) { move { $0 + max(.zero, time) } }

    /// Moves on to `moment`; nothing moves when it has passed.
    public func advance(to moment: Duration) { move { max($0, moment) } }

    /// Sleeps until the clock is moved past `time` from now; a cancelled sleep ends at once.
    public func sleep(for time: Duration) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    guard time > .zero, !Task.isCancelled else { return true }
                    state.sleepers[id] = Sleeper(until: state.elapsed + time, continuation: continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume()
        }
    }

    private func move(_ change: (Duration) -> Duration) {
        let woken = state.withLock { state in
            state.elapsed = change(state.elapsed)
            return state.takeDue()
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }
}

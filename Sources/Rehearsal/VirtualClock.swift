public import Foundation
public import Reception
import Synchronization

/// A clock that only moves when somebody moves it: a call of ten minutes passes in no time.
public final class VirtualClock: CallClock {
    private let start: Date
    private let elapsed = Mutex(Duration.zero)

    /// A clock that stands at `start`.
    public init(at start: Date) { self.start = start }

    /// The calendar's time: the start, and what has elapsed.
    public var now: Date {
        let parts = uptime.components
        return start.addingTimeInterval(TimeInterval(parts.seconds) + TimeInterval(parts.attoseconds) / 1e18)
    }

    /// What has elapsed since the start.
    public var uptime: Duration { elapsed.withLock { $0 } }

    /// Moves on by `time`; a negative time moves nothing.
    public func advance(by time: Duration) { elapsed.withLock { $0 += max(.zero, time) } }

    /// Moves on to `moment`; nothing moves when it has passed.
    public func advance(to moment: Duration) { elapsed.withLock { $0 = max($0, moment) } }
}

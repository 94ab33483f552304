/// A queue of `app_queue`: who waits in it and what becomes of a caller who joins.
public struct CallQueue: Sendable, Hashable {
    /// What becomes of a caller.
    public enum Fate: Sendable, Hashable {
        /// An agent answers after `after` and hangs up after `talks`.
        case answers(after: Duration, talks: Duration = .seconds(20))
        /// Nobody answers; QUEUESTATUS is TIMEOUT when the time given is over.
        case nobody
        /// It takes no more callers: FULL.
        case full
        /// It has no agents: JOINEMPTY.
        case empty
        /// Its agents leave after so long: LEAVEEMPTY.
        case deserted(after: Duration)
    }

    /// How many wait in it: QUEUE_WAITING_COUNT.
    public var waiting: Int
    /// How many seconds callers waited lately; nil: `setqueuevar` is off, and QUEUE_VARIABLES tells nothing.
    public var holdTime: Int?
    /// What becomes of a caller who joins.
    public var fate: Fate

    /// A queue; by default nobody waits and nobody answers.
    public init(waiting: Int = 0, holdTime: Int? = nil, fate: Fate = .nobody) {
        self.waiting = waiting
        self.holdTime = holdTime
        self.fate = fate
    }
}

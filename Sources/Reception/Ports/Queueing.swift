/// What is known of a queue before a caller joins it.
public struct QueueState: Sendable, Equatable {
    /// How many callers wait in it now.
    public let waiting: Int
    /// How long callers waited there lately, on average; nil: nobody can tell.
    public let holdTime: Duration?

    /// A state.
    public init(waiting: Int, holdTime: Duration? = nil) {
        self.waiting = waiting
        self.holdTime = holdTime
    }
}

/// What is asked of a queue.
public struct QueueRequest: Sendable, Equatable {
    /// Its name in queues.conf.
    public let queue: String
    /// How long the caller waits there.
    public let longest: Duration
    /// The class of music on hold; nil: the queue's own.
    public let music: String?
    /// QUEUE_PRIO; callers with a higher one come first.
    public let priority: Int
    /// What the answerer hears before the talk.
    public let whisper: Sound?
    /// What the answering telephone displays (set by `showName` before).
    public let shows: String

    /// A request to wait.
    public init(
        queue: String, longest: Duration, music: String?, priority: Int, whisper: Sound?, shows: String
    ) {
        self.queue = queue
        self.longest = longest
        self.music = music
        self.priority = priority
        self.whisper = whisper
        self.shows = shows
    }
}

/// What came of waiting (QUEUESTATUS).
public enum QueueOutcome: Sendable, Hashable {
    /// They talked, so long; on a real line the wait is included, for Asterisk does not tell when a member answered.
    case talked(Duration)
    /// FULL.
    case full
    /// JOINEMPTY, JOINUNAVAIL: nobody there to take calls when the caller came.
    case empty
    /// TIMEOUT.
    case timeout
    /// LEAVEEMPTY, LEAVEUNAVAIL: everybody left while the caller waited.
    case deserted
    /// No such queue, or whatever else Asterisk said.
    case failed(String)
}

/// A place in Asterisk's dialplan.
public struct DialplanPlace: Sendable, Hashable {
    /// The context.
    public let context: String
    /// The extension.
    public let exten: String
    /// The priority, a number or a label.
    public let priority: String

    /// A place.
    public init(context: String, exten: String, priority: String) {
        self.context = context
        self.exten = exten
        self.priority = priority
    }
}

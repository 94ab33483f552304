/// What a rehearsed call meets outside the menu.
public struct World: Sendable, Equatable {
    /// How telephones behave, by the person's id, the number or the dial string.
    public var telephones: [String: Telephone]
    /// How telephones behave that are not named.
    public var others: Telephone
    /// How long people talk.
    public var talk: Duration
    /// Asterisk's queues by name; in one that is not named nobody answers.
    public var queues: [String: Queue] = [:]
    /// The channel variables that are there when the call arrives.
    public var channel: [String: String] = [:]
    /// Subroutines of the dialplan by place ("context,exten,priority"), and the channel variables that each sets.
    public var subroutines: [String: [String: String]] = [:]

    /// The places of the dialplan ("context,exten,priority"); nil: any place is there.
    public var places: Set<String>?

    /// How a telephone behaves.
    public enum Telephone: Sendable, Hashable {
        /// Somebody answers after so long.
        case answers(after: Duration)
        /// It is busy.
        case busy
        /// It is not there.
        case offline
        /// Nobody answers.
        case noAnswer
    }

    /// How a queue behaves.
    public struct Queue: Sendable, Hashable {
        /// How many callers wait in it.
        public var waiting: Int
        /// How long they waited lately.
        public var holdTime: Duration?
        /// What becomes of a caller who joins.
        public var fate: Fate

        /// What becomes of a caller who joins.
        public enum Fate: Sendable, Hashable {
            /// Somebody answers after so long.
            case answers(after: Duration)
            /// Nobody answers.
            case nobody
            /// It takes no more callers.
            case full
            /// Nobody is there to take calls.
            case empty
        }

        /// A queue.
        public init(waiting: Int = 0, holdTime: Duration? = nil, fate: Fate = .nobody) {
            self.waiting = waiting
            self.holdTime = holdTime
            self.fate = fate
        }
    }

    /// A world; nobody answers in an empty one.
    public init(
        telephones: [String: Telephone] = [:], others: Telephone = .noAnswer, talk: Duration = .seconds(10)
    ) {
        self.telephones = telephones
        self.others = others
        self.talk = talk
    }
}

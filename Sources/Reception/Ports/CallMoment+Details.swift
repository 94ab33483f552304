extension CallMoment {
    /// What programs read of a moment; whatever does not belong to its kind is nil. Seconds and milliseconds are told
    /// by their names.
    public struct Details: Sendable, Equatable, Codable {
        /// How long it took: a prompt until it ended or was cut short, ringing and talk, a wait, a recording.
        public var seconds: Double?
        /// The whole length of a prompt.
        public var length: Double?
        /// From the first ring or the joining of a queue until somebody answered.
        public var answeredAfter: Double?
        /// What came of it, a word: "busy", "200", "timeout".
        public var result: String?
        /// Who rang, the queue, the recipient, the place in the dialplan.
        public var names: [String]?
        /// Who took the call.
        public var takenBy: String?
        /// What was displayed there.
        public var shows: String?
        /// What the answerer heard.
        public var whispers: String?
        /// The method of a request.
        public var method: String?
        /// Its URL, secrets masked.
        public var url: String?
        /// How long the service took.
        public var milliseconds: Int?
        /// What was kept of the reply, or of the channel.
        public var kept: [Kept]?
        /// The callback list.
        public var list: String?
        /// The number that is to be called back.
        public var number: String?
        /// Whether the caller confirmed the number.
        public var confirmed: Bool?
        /// The status of the request.
        public var status: String?
        /// The place on the list.
        public var place: Int?
        /// Whether the number was on the list before.
        public var wasListed: Bool?
        /// How many waited in the queue.
        public var waiting: Int?
        /// What the AGI URL brought.
        public var arguments: [String: String]?
        /// The channel's language.
        public var channelLanguage: String?
        /// Earlier calls of the day.
        public var callsToday: Int?
        /// The side of each `share`, 0 to 99.
        public var dice: Int?
        /// Schedules that were switched by hand, "open" or "closed".
        public var switches: [String: String]?
        /// Notices that were on by hand.
        public var notices: [String]?
        /// Whether something was masked.
        public var isMasked: Bool?
        /// Whether a key was thrown away.
        public var isDropped: Bool?
        /// Whether a key meant something at once, in a text that takes no other.
        public var isImmediate: Bool?

        /// Nothing yet.
        public init() {}

        private enum CodingKeys: String, CodingKey {
            case seconds, length, answeredAfter = "answered_after", result, names, takenBy = "taken_by", shows, whispers
            case method, url, milliseconds, kept, list, number, confirmed, status, place, wasListed = "was_listed"
            case waiting, arguments, channelLanguage = "channel_language", callsToday = "calls_today", dice, switches
            case notices, isMasked = "masked", isDropped = "dropped", isImmediate = "immediate"
        }

        /// Something that was kept: from where, under which name, and its value; nil: it is sensitive.
        public struct Kept: Sendable, Equatable, Codable {
            /// The path in the reply, or the channel variable.
            public var source: String
            /// The variable of the menu.
            public var variable: String
            /// The value; nil: it is sensitive.
            public var value: String?

            /// Something kept.
            public init(source: String, variable: String, value: String?) {
                self.source = source
                self.variable = variable
                self.value = value
            }
        }
    }
}

extension CallMoment.Details {
    /// Details of which some are filled in.
    public static func with(_ fill: (inout Self) -> Void) -> Self {
        var details = Self()
        fill(&details)
        return details
    }
}

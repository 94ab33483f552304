/// `collect`: takes an entry into a variable.
public struct CollectVerb: Sendable {
    /// The variable's name.
    public let variable: String
    /// `digits`: the smallest and largest count.
    public let digits: ClosedRange<Int>
    /// `as`: what the entry is checked and normalised as.
    public let kind: Kind
    /// `check`: a further test; nil: none.
    public let check: Check?
    /// `confirm`: whether it is read back.
    public let confirm: Bool
    /// `sensitive`: masked in logs, rows, mail and transcripts.
    public let sensitive: Bool
    /// `optional`: # alone or silence goes on without a value.
    public let optional: Bool
    /// `ask`: "always" asks even when the variable has a valid value.
    public let askAlways: Bool
    /// `again`: replaces `say` on repeats.
    public let again: Text?
    /// `end`: the key that ends the entry; nil: none.
    public let end: Character?
    /// `clear`: the key that clears the entry; nil: none.
    public let clear: Character?
    /// `wait`: from the end of the prompt to the first key.
    public let wait: Duration
    /// `between`: between two keys.
    public let between: Duration
    /// `total`: for the whole entry.
    public let total: Duration
    /// `wrong`: what refused entries lead to.
    public let wrong: RetryRule
    /// `silent`: what silence leads to.
    public let silent: RetryRule

    /// What an entry is read as.
    public enum Kind: String, Sendable, CaseIterable { case text, number, phone, date, time }

    /// A further test of an entry.
    public enum Check: Sendable {
        /// The Luhn check digit.
        case luhn
        /// One of these values.
        case values([String])
        /// A number within bounds.
        case range(min: Double?, max: Double?)
        /// A regular expression that must match the whole entry, as `EntryPattern` reads it; it was checked.
        case pattern(String)
    }
}

/// `queue`: puts the caller into an Asterisk queue.
public struct QueueVerb: Sendable {
    /// The queue's name in queues.conf.
    public let queue: String
    /// `max`: how long the caller waits.
    public let max: Duration
    /// `position`: whether the place is told before joining.
    public let position: Bool
    /// `music`: the class of music on hold.
    public let music: String?
    /// `priority`: QUEUE_PRIO.
    public let priority: Int
    /// `offer`: a callback instead of waiting.
    public let offer: Offer?
    /// `show`: what the answering telephone displays.
    public let show: Text?
    /// `whisper`: heard by the answerer.
    public let whisper: Text?

    /// The offer of a callback.
    public struct Offer: Sendable {
        /// The list.
        public let callback: CallbackTarget
        /// Offered when at least so many wait.
        public let waiting: Int
    }
}

/// `request`: asks a web service.
public struct RequestVerb: Sendable {
    /// GET, POST, PUT, PATCH or DELETE.
    public let method: String
    /// The URL; scheme and host are literal.
    public let url: Template
    /// `send`: the JSON body, its members in order.
    public let send: JSONTemplate?
    /// `headers` in order.
    public let headers: [HeaderTemplate]
    /// `timeout` of one try.
    public let timeout: Duration
    /// `retry`: further tries of a GET.
    public let retry: Int
    /// `filler`: heard after a second; nil: the pack's phrase; an empty text: none.
    public let filler: Text?
    /// `keep`: variables and where they come from in the reply, `path.in[0].reply`.
    public let keep: [Kept]
    /// `sensitive`: which of them are masked.
    public let sensitive: Set<String>

    /// One header.
    public struct HeaderTemplate: Sendable {
        /// The header's name.
        public let name: String
        /// Its value.
        public let value: Template
    }

    /// A value taken out of a reply or a channel.
    public struct Kept: Sendable {
        /// The variable it goes to.
        public let variable: String
        /// The path in the reply, or the channel variable.
        public let source: String
    }
}

/// A JSON value whose strings are templates.
public indirect enum JSONTemplate: Sendable {
    /// null, true, false or a number, as written.
    case literal(String)
    /// A string.
    case string(Template)
    /// A list.
    case array([JSONTemplate])
    /// An object, its members in order.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSONTemplate
    }
}

/// One assignment of `set`.
public struct VariableAssignment: Sendable {
    /// The variable.
    public let variable: String
    /// Its value.
    public let value: Text
}

/// `language`: a tag, or "ask".
public enum LanguageVerb: Sendable, Hashable {
    /// Speaks this language from now on.
    case to(String)
    /// Asks which.
    case ask
}

/// `dialplan`: a place in Asterisk's dialplan.
public struct DialplanLocation: Sendable, Hashable {
    /// The context.
    public let context: String
    /// The extension.
    public let exten: String
    /// The priority, a number or a label.
    public let priority: String
}

/// `gosub`: a dialplan subroutine.
public struct GosubVerb: Sendable {
    /// Where it is.
    public let location: DialplanLocation
    /// `args` in order.
    public let arguments: [Text]
    /// `keep`: channel variables read afterwards.
    public let keep: [RequestVerb.Kept]
}

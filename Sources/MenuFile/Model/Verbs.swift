/// `menu`: choices by key, in the order of the file.
public struct MenuVerb: Sendable {
    /// The choices, in the order in which they are announced.
    public let choices: [Choice]
    /// `again`: replaces `say` on repeats; nil: only the choices are heard again.
    public let again: Text?
    /// `announce`: false when `say` names the keys itself.
    public let announce: Bool
    /// `wait`: from the end of the prompt to the first key.
    public let wait: Duration
    /// `between`: between two keys of one entry.
    public let between: Duration
    /// `wrong`: what wrong keys lead to.
    public let wrong: RetryRule
    /// `silent`: what silence leads to.
    public let silent: RetryRule

    /// One choice of a menu.
    public struct Choice: Sendable {
        /// The key: literal, range or pattern.
        public let key: KeyPattern
        /// What it does.
        public let step: Step
    }
}

/// `wrong` or `silent`: how often, what is said, and where it ends. Times come from the step, else from `keys`.
public struct RetryRule: Sendable {
    /// After so many the rule's end is reached.
    public let times: Int
    /// Heard before the repeat; nil: the pack's phrase (`wrong`) or nothing (`silent`).
    public let say: Text?
    /// Where it ends; nil: the step's `otherwise`, else the operator.
    public let otherwise: Step?
}

/// `ring`: rings people in turn or together.
public struct RingVerb: Sendable {
    /// Who is rung, in the order of the file; a person with several targets stands for all of them.
    public let targets: [Target]
    /// `order`: one after another, or all at once.
    public let order: Order
    /// `seconds`: how long each is rung.
    public let seconds: Duration
    /// `rounds`: how often the whole list is tried.
    public let rounds: Int
    /// `skip-busy`: whether the busy are passed over at once.
    public let skipBusy: Bool
    /// `show`: what the answering telephone displays; nil: the document's.
    public let show: Text?
    /// `whisper`: heard by the answerer before the talk.
    public let whisper: Text?
    /// `music`: music on hold instead of ringing; nil: music for several in turn, else ringing.
    public let music: Bool?

    /// In which order people are rung.
    public enum Order: Sendable { case inTurn, together }
}

/// `callback`: notes a request to be called back.
public struct CallbackVerb: Sendable {
    /// Which list it goes to.
    public let list: CallbackTarget
    /// `number`: "ask" asks for a number even when the caller's is known.
    public let ask: Bool
    /// `reason`: what it is about; nil: `{path}`.
    public let reason: Text?
    /// `voice-note`: whether a spoken note is taken as well.
    public let voiceNote: Bool
    /// `thanks`: instead of the pack's phrase.
    public let thanks: Text?

    /// A callback on that list, everything else as the format's defaults have it.
    public init(
        list: CallbackTarget, ask: Bool = false, reason: Text? = nil, voiceNote: Bool = false, thanks: Text? = nil
    ) {
        self.list = list
        self.ask = ask
        self.reason = reason
        self.voiceNote = voiceNote
        self.thanks = thanks
    }
}

/// Whose request or message it is.
public enum CallbackTarget: Sendable, Hashable {
    /// A list of `callbacks`.
    case list(String)
    /// A person of `people`: a list of its own, mailed to the person.
    case person(String)
    /// An e-mail address: a list of its own, mailed there.
    case address(String)

    /// The list's name, as rows have it.
    public var listName: String {
        switch self {
        case .list(let name), .person(let name), .address(let name): name
        }
    }
}

/// `voicemail`: takes a spoken message.
public struct VoicemailVerb: Sendable {
    /// Whom it is for: a person or an address.
    public let to: CallbackTarget
    /// `max`: the longest message.
    public let longest: Duration
    /// `silence`: so much silence ends it.
    public let silence: Duration
    /// `min`: a shorter one is no message.
    public let shortest: Duration
    /// `beep`: whether a tone begins it.
    public let beep: Bool
    /// `review`: whether the caller may hear it, record it again, or send it.
    public let review: Bool
    /// `subject` of the mail.
    public let subject: Text?
    /// `thanks`: instead of the pack's phrase.
    public let thanks: Text?

    /// A message for that recipient, everything else as the format's defaults have it.
    public init(
        to: CallbackTarget, longest: Duration = .seconds(180), silence: Duration = .seconds(5),
        shortest: Duration = .seconds(2), beep: Bool = true, review: Bool = true, subject: Text? = nil,
        thanks: Text? = nil
    ) {
        self.to = to
        self.longest = longest
        self.silence = silence
        self.shortest = shortest
        self.beep = beep
        self.review = review
        self.subject = subject
        self.thanks = thanks
    }
}

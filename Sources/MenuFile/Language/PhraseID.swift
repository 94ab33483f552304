/// The built-in phrases, which a file may put in its own words under `phrases` (§3.1).
public enum PhraseID: String, Sendable, Hashable, CaseIterable {
    /// A choice that says what it is for.
    case choiceFor = "choice-for"
    /// A choice that says what it lets the caller do.
    case choiceTo = "choice-to"
    /// A choice of a language, in that language.
    case choiceLanguage = "choice-language"
    /// The way to the operator.
    case `operator` = "operator"
    /// The way back to the menu above.
    case back = "back"
    /// After a key that means nothing.
    case wrong = "wrong"
    /// After an entry that was refused.
    case invalid = "invalid"
    /// An entry read back.
    case confirm = "confirm"
    /// While a web service is slow.
    case oneMoment = "one-moment"
    /// When nobody took the call.
    case unanswered = "unanswered"
    /// The caller's own number offered for the call back.
    case numberOffer = "number-offer"
    /// Asks for a number.
    case numberAsk = "number-ask"
    /// The caller is on the callback list already.
    case alreadyListed = "already-listed"
    /// After a callback was noted.
    case thanks = "thanks"
    /// The place in a queue.
    case queuePlace = "queue-place"
    /// How long the queue is likely to take.
    case queueWait = "queue-wait"
    /// The offer of a callback instead of waiting.
    case queueOffer = "queue-offer"
    /// Before a message is recorded.
    case messageAsk = "message-ask"
    /// After a message was recorded.
    case messageReview = "message-review"
    /// After a message was kept.
    case messageThanks = "message-thanks"
    /// A callback could not be stored.
    case notStored = "not-stored"
    /// The last words.
    case goodbye = "goodbye"
    /// To staff who are rung: who is to be called back.
    case agentCall = "agent-call"
    /// To staff: what it is about.
    case agentAbout = "agent-about"
    /// To staff: since when it is asked for.
    case agentSince = "agent-since"
    /// To staff: what they can do about it.
    case agentChoices = "agent-choices"
    /// To staff: somebody else has taken or settled it.
    case agentTaken = "agent-taken"
    /// To staff: the caller could not be reached.
    case agentUnreached = "agent-unreached"
    /// After a number that is not called back: premium, an emergency number, not among those accepted.
    case numberRefused = "number-refused"

    /// What may stand in braces beside the call's variables (part 10). Leaving one out is allowed.
    public var placeholders: Set<String> {
        switch self {
        case .choiceFor: ["for", "key"]
        case .choiceTo: ["to", "key"]
        case .choiceLanguage: ["key"]
        case .confirm: ["value"]
        case .numberOffer: ["number"]
        case .alreadyListed, .queuePlace: ["place"]
        case .thanks: ["when"]
        case .queueWait: ["wait"]
        case .queueOffer: ["waiting"]
        case .agentCall: ["caller"]
        case .agentAbout: ["reason"]
        case .agentSince: ["when"]
        case .operator, .back, .wrong, .invalid, .oneMoment, .unanswered, .numberAsk, .messageAsk, .messageReview,
            .messageThanks, .notStored, .goodbye, .agentChoices, .agentTaken, .agentUnreached, .numberRefused:
            []
        }
    }
    /// The keys that the phrase tells the caller to press, in its order; those that it is given are not among them.
    public var namedKeys: [String] {
        switch self {
        case .operator: ["0"]
        case .back: ["*"]
        case .confirm, .queueOffer: ["1", "2"]
        case .numberOffer: ["1", "2", "*"]
        case .messageReview, .agentChoices: ["1", "2", "3"]
        case .numberAsk, .messageAsk, .choiceFor, .choiceTo, .choiceLanguage, .wrong, .invalid, .oneMoment,
            .unanswered, .alreadyListed, .thanks, .queuePlace, .queueWait, .messageThanks, .notStored, .goodbye,
            .agentCall, .agentAbout, .agentSince, .agentTaken, .agentUnreached, .numberRefused:
            []
        }
    }
}

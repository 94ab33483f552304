extension PhraseID {
    /// When the phrase is said.
    public var meaning: String {
        switch self {
        case .choiceFor: "A choice that says what it is for."
        case .choiceTo: "A choice that says what it lets the caller do."
        case .choiceLanguage: "A choice of a language, in that language."
        case .operator: "The way to the operator."
        case .back: "The way back to the menu above."
        case .wrong: "After a key that means nothing."
        case .invalid: "After an entry that was refused."
        case .confirm: "An entry read back."
        case .oneMoment: "While a web service is slow."
        case .unanswered: "When nobody took the call."
        case .numberOffer: "The caller's own number offered for the call back."
        case .numberAsk: "Asks for a number."
        case .alreadyListed: "The caller is on the callback list already."
        case .thanks: "After a callback was noted."
        case .queuePlace: "The place in a queue."
        case .queueWait: "How long the queue is likely to take."
        case .queueOffer: "The offer of a callback instead of waiting."
        case .messageAsk: "Before a message is recorded."
        case .messageReview: "After a message was recorded."
        case .messageThanks: "After a message was kept."
        case .notStored: "A callback could not be stored."
        case .goodbye: "The last words."
        case .agentCall: "To staff who are rung: who is to be called back."
        case .agentAbout: "To staff: what it is about."
        case .agentSince: "To staff: since when it is asked for."
        case .agentChoices: "To staff: call now, later, or done."
        case .agentTaken: "To staff: somebody else has taken or settled it."
        case .agentUnreached: "To staff: the caller could not be reached."
        case .numberRefused: "After a number that we do not call."
        }
    }
}

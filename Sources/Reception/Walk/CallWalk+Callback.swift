import Logging
import MenuFile

/// `callback`: a number, its confirmation, the commit, and only then the thanks (§4.2, DESIGN rule 4).
extension CallWalk {
    /// Three numbers that cannot be called back, and the step is not done.
    static let badNumbers = 3

    func callback(_ verb: CallbackVerb, wasOffered: Bool) async throws(WalkStop) -> VerbOutcome {
        if guards.notStored { return try await messageInstead(verb) }
        var draft = CallbackDraft(
            list: verb.list.listName, reason: verb.reason.map { staffText($0) }, number: nil, asGiven: nil,
            source: .network)
        spokenNote = nil
        guard let isConfirmed = try await settleNumber(&draft, verb, wasOffered: wasOffered) else { return .notDone }
        if verb.voiceNote { try await takeNote(draft, verb, isConfirmed: isConfirmed) }
        let request = self.request(draft, verb.list, isConfirmed: isConfirmed, status: .new)
        return try await commit(request, verb)
    }

    /// Nothing can be written down at the moment: a spoken message to the list's address instead (part 10).
    private func messageInstead(_ verb: CallbackVerb) async throws(WalkStop) -> VerbOutcome {
        guard let address = told(verb.list).first else { return .notDone }
        return try await voicemail(VoicemailVerb(to: .address(address)), hasPrompt: false)
    }

    /// The caller's number if it can be called back and is the right one, else one that the caller types.
    ///
    /// - Returns: whether the number was confirmed; nil: there is to be no request.
    private func settleNumber(
        _ draft: inout CallbackDraft, _ verb: CallbackVerb, wasOffered: Bool
    ) async throws(WalkStop) -> Bool? {
        if !verb.ask, let caller, accepts(caller, verb.list) {
            draft.number = caller
            draft.asGiven = facts.number
            phase = wasOffered ? .offered(list: unansweredList) : .chosen(draft)
            let offer = builder.phrase(
                .numberOffer, ["number": builder.pack.phoneGroups(caller.national)])
            switch try await question(offer, digits: caller.national) {
            case .yes: return true
            case .silence: return false
            case .no, .confused: return nil
            case .other: break
            }
        }
        return try await askNumber(&draft, verb, wasOffered: wasOffered) ? true : nil
    }

    private func askNumber(
        _ draft: inout CallbackDraft, _ verb: CallbackVerb, wasOffered: Bool
    ) async throws(WalkStop) -> Bool {
        var bad = 0
        var silences = 0
        while bad < Self.badNumbers {
            try checkTime()
            phase = wasOffered ? .offered(list: unansweredList) : .typing
            guard try await speak(builder.phrase(.numberAsk), interruptible: true) else { throw .jump(.operator) }
            switch try await numberEntry() {
            case .left: return false
            case .silence:
                silences += 1
                if silences >= 2 { return false }
            case .typed(let text):
                guard let number = readTyped(text, verb.list) else {
                    bad += 1
                    try countMistake()
                    try await speak(builder.phrase(reason(against: text)), interruptible: true)
                    continue
                }
                draft.number = number
                draft.asGiven = text
                draft.source = .typed
                phase = wasOffered ? .offered(list: unansweredList) : .chosen(draft)
                let groups = builder.pack.phoneGroups(number.national)
                switch try await question(builder.phrase(.confirm, ["value": groups]), digits: number.national) {
                case .yes: return true
                case .other: continue
                case .no, .silence, .confused: return false
                }
            }
        }
        return false
    }

    private func readTyped(_ text: String, _ list: CallbackTarget) -> TelephoneNumber? {
        guard case .callable(let number) = services.numbers.read(text, country: country), accepts(number, list)
        else { return nil }
        return number
    }

    /// Why a typed number is not taken, in words of the caller: it is none, or it is one that we do not call.
    private func reason(against text: String) -> PhraseID {
        services.numbers.read(text, country: country) == .notPossible ? .invalid : .numberRefused
    }

    /// The note behind a number that is settled. Who presses 0 there wants a person now; the request just confirmed stays,
    /// with what was said (§4.2, "0 by place": the message is kept).
    private func takeNote(_ draft: CallbackDraft, _ verb: CallbackVerb, isConfirmed: Bool) async throws(WalkStop) {
        do throws(WalkStop) {
            try await takeNote(verb.list)
        } catch {
            guard case .jump(.operator) = error else { throw error }
            let request = self.request(draft, verb.list, isConfirmed: isConfirmed, status: .new)
            let (stored, stop) = await stored(request)
            if case .failure(let error) = stored { notStored(error) } else { guards.achieved = .callback }
            throw stop ?? error
        }
    }

    /// Commits while the line listens; the stop is what the caller did meanwhile.
    private func stored(_ request: CallbackRequest) async -> (Result<CallbackReceipt, LedgerError>, WalkStop?) {
        let ledger = services.ledger
        return await listenedOut { () async -> Result<CallbackReceipt, LedgerError> in
            do throws(LedgerError) {
                return .success(try await ledger.commit(request))
            } catch {
                return .failure(error)
            }
        }
    }

    private func notStored(_ error: LedgerError) {
        logger.error("callback not stored", metadata: ["why": "\(error)"])
        steps.note("not stored", services, .fault, .with { $0.result = "not stored" })
        guards.notStored = true
    }

    private func commit(_ request: CallbackRequest, _ verb: CallbackVerb) async throws(WalkStop) -> VerbOutcome {
        let (stored, stop) = await stored(request)
        switch stored {
        case .success(let receipt):
            guards.achieved = .callback
            phase = .other
            noteCallback(request, receipt)
            if let stop { throw stop }
            try await thank(receipt, request, verb)
            return .kept(.callback)
        case .failure(let error):
            notStored(error)
            if let stop { throw stop }
            try await speak(builder.phrase(.notStored), interruptible: false)
            throw .jump(.operator)
        }
    }

    private func thank(
        _ receipt: CallbackReceipt, _ request: CallbackRequest, _ verb: CallbackVerb
    ) async throws(WalkStop) {
        callbackDue = CallbackDue(when: request.dueAt.map { spokenMoment($0) }, place: receipt.place)
        forgetKeys()
        guard receipt.isNew else {
            try await speak(
                builder.withGoodbye(builder.phrase(.alreadyListed, ["place": String(receipt.place)])),
                interruptible: false)
            return
        }
        if let thanks = verb.thanks {
            try await speak(builder.prompt(thanks), interruptible: false)
        } else {
            let thanks = builder.phrase(.thanks, ["when": callbackDue?.when ?? ""])
            try await speak(builder.withGoodbye(thanks), interruptible: false)
        }
    }
}

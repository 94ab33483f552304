import Logging
import MenuFile

/// `queue`: an Asterisk queue, with what is said and offered before the caller joins it (§4.2).
extension CallWalk {
    func queue(_ verb: QueueVerb) async throws(WalkStop) -> VerbOutcome {
        try emptyBuffer()
        let state = try await command { phone throws(PhoneError) in try await phone.queueState(verb.queue) }
        guard let state = state ?? nil else {
            logger.error("no such queue", metadata: ["queue": "\(verb.queue)"])
            steps.note("there is no queue \(verb.queue)", services, .fault)
            return .untaken
        }
        variables.set("queue.waiting", to: String(state.waiting))
        steps.mark(
            .decision, "\(state.waiting) wait in \(verb.queue)", services,
            .with { details in
                details.names = [verb.queue]
                details.waiting = state.waiting
            })
        phase = .ringing
        if let taken = try await beforeJoining(verb, state) { return taken }
        return try await join(verb)
    }

    /// Place, wait and offer, as one prompt.
    ///
    /// - Returns: what came of the offer when the caller took it; nil: the caller waits.
    private func beforeJoining(_ verb: QueueVerb, _ state: QueueState) async throws(WalkStop) -> VerbOutcome? {
        let place = placePrompt(verb, state)
        guard let offer = verb.offer, state.waiting >= offer.waiting else {
            try await speak(place, interruptible: true)
            try heedZero()
            return nil
        }
        phase = .offered(list: unansweredList)
        let question = builder.phrase(.queueOffer, ["waiting": String(state.waiting)])
        let prompt = Prompt.joined([place, question], pause: Prompt.betweenSentences)
        if try await wantsCallback(prompt) {
            leftQueue = verb.queue
            defer { leftQueue = nil }
            let outcome = try await callback(CallbackVerb(list: offer.callback), wasOffered: true)
            if case .kept = outcome { return outcome }
        }
        phase = .ringing
        return nil
    }

    /// 1 takes the offer; 2, silence, `*` and `#` wait, and so does who presses too many other keys.
    private func wantsCallback(_ prompt: Prompt) async throws(WalkStop) -> Bool {
        keys.between = document.keys.between
        for _ in 0..<max(1, document.keys.wrong) {
            try checkTime()
            try await speak(prompt, interruptible: true)
            switch try await nextKey(within: document.keys.wait)?.character {
            case "1": return true
            case "2", "*", "#", nil: return false
            case "0":
                // On the way to the operator it is here that the caller waits for one.
                guard mode == .operator, frames.isEmpty else { throw .jump(.operator) }
                return false
            default:
                try unknownKey(at: keys.pressed)
                try countMistake()
            }
        }
        return false
    }

    /// "You are number 4 in the queue. You will probably wait about three minutes."
    ///
    /// Whoever has a priority passes others, and nobody tells how many: no place is said then.
    private func placePrompt(_ verb: QueueVerb, _ state: QueueState) -> Prompt {
        guard verb.position, verb.priority == 0 || state.waiting == 0 else { return Prompt([]) }
        var parts = [builder.phrase(.queuePlace, ["place": String(state.waiting + 1)])]
        if state.waiting > 0, let wait = state.holdTime {
            let minutes = max(1, (wait.components.seconds + 59) / 60)
            let spoken = builder.pack.spokenDuration(.seconds(minutes * 60))
            parts.append(builder.phrase(.queueWait, ["wait": spoken]))
        }
        return Prompt.joined(parts, pause: Prompt.betweenSentences)
    }

    private func join(_ verb: QueueVerb) async throws(WalkStop) -> VerbOutcome {
        let whisper = try await whisperSound(verb.whisper)
        try emptyBuffer()
        let shown = shownText(verb.show)
        let request = QueueRequest(
            queue: verb.queue, longest: verb.max, music: verb.music, priority: verb.priority, whisper: whisper,
            shows: shown)
        let outcome = try await handedOver(shown) { () async throws(WalkStop) in try await self.wait(in: request) }
        if case .talked = outcome { return .kept(.talked) }
        return .untaken
    }

    private func wait(in request: QueueRequest) async throws(WalkStop) -> QueueOutcome? {
        let began = services.clock.uptime
        let outcome: QueueOutcome?
        do throws(WalkStop) {
            outcome = try await command { phone throws(PhoneError) in try await phone.wait(in: request) }
        } catch {
            noteQueue(request, nil, since: began)
            throw error
        }
        // Whoever waits for a person is not in the menus (§3.1, limits).
        guards.talked += services.clock.uptime - began
        if case .talked(let time) = outcome {
            takenAt = services.clock.uptime - time
            guards.achieved = .talked
            phase = .other
        }
        if let outcome { noteQueue(request, outcome, since: began) }
        return outcome
    }
}

extension QueueOutcome {
    /// The outcome as rows have it.
    var word: String {
        switch self {
        case .talked: "talked"
        case .full: "full"
        case .empty: "nobody there"
        case .timeout: "waited in vain"
        case .deserted: "everybody left"
        case .failed(let status): "failed (\(LogText(status)))"
        }
    }
}

import MenuFile

/// `ring`: people in turn or together.
extension CallWalk {
    func ring(_ verb: RingVerb) async throws(WalkStop) -> VerbOutcome {
        let lines = lines(of: verb.targets)
        guard !lines.isEmpty else {
            steps.note("nobody to ring: a variable is no number", services)
            return .notDone
        }
        // Made before anybody is rung, while the line listens.
        let whisper = try await whisperSound(verb.whisper)
        try emptyBuffer()
        phase = .ringing
        let shown = shownText(verb.show)
        let round = Round(
            lines: lines, whisper: whisper, shown: shown,
            music: verb.music ?? (verb.order == .inTurn && lines.count > 1))
        let isTaken = try await handedOver(shown) { () async throws(WalkStop) in
            try await self.tryAll(round, verb)
        }
        return isTaken ? .kept(.talked) : .untaken
    }

    /// What is the same for all whom one step rings.
    private struct Round {
        let lines: [Line]
        let whisper: Sound?
        let shown: String
        let music: Bool
    }

    private func tryAll(_ round: Round, _ verb: RingVerb) async throws(WalkStop) -> Bool {
        for _ in 0..<max(1, verb.rounds) {
            let free = verb.skipBusy ? try await freeOnes(round.lines) : round.lines
            let groups = verb.order == .together ? [free] : free.map { [$0] }
            for group in groups where !group.isEmpty {
                let request = DialRequest(
                    targets: group.map(\.dial), names: group.map(\.name), timeout: verb.seconds,
                    music: round.music, whisper: round.whisper, shows: round.shown)
                if try await dial(request) { return true }
            }
        }
        return false
    }

    private func dial(_ request: DialRequest) async throws(WalkStop) -> Bool {
        let began = services.clock.uptime
        let outcome: DialOutcome?
        do throws(WalkStop) {
            outcome = try await command { phone throws(PhoneError) in try await phone.dial(request) }
        } catch {
            noteRing(request, nil, since: began)
            throw error
        }
        guard let outcome else { return false }
        noteRing(request, outcome, since: began)
        guard case .talked(let time, _) = outcome else { return false }
        takenAt = services.clock.uptime - time
        guards.achieved = .talked
        phase = .other
        guards.talked += time
        return true
    }

    /// Those whose device does not say that they are busy or away. A device that cannot tell is rung.
    private func freeOnes(_ lines: [Line]) async throws(WalkStop) -> [Line] {
        var free: [Line] = []
        for line in lines {
            guard let device = line.device else {
                free.append(line)
                continue
            }
            let state = try await command { phone throws(PhoneError) in try await phone.deviceState(device) }
            if let state = state ?? nil, state.isOccupied {
                steps.note(
                    "passed over \(line.name): \(state.rawValue)", services, .ring,
                    .with { details in
                        details.names = [line.name]
                        details.result = state == .unavailable ? DialOutcome.unavailable.word : DialOutcome.busy.word
                    })
            } else {
                free.append(line)
            }
        }
        return free
    }
}

extension DeviceState {
    /// Ringing such a device would only meet a busy tone or nobody.
    var isOccupied: Bool {
        switch self {
        case .inUse, .busy, .ringInUse, .onHold, .unavailable: true
        case .notInUse, .invalid, .ringing, .unknown: false
        }
    }
}

extension DialOutcome {
    /// The outcome as rows have it.
    var word: String {
        switch self {
        case .talked: "talked"
        case .busy: "busy"
        case .noAnswer: "no answer"
        case .congestion: "congestion"
        case .unavailable: "unavailable"
        case .failed(let status): "failed (\(LogText(status)))"
        }
    }
}

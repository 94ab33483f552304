import MenuFile

/// `ring`: people in turn or together.
extension CallWalk {
    func ring(_ verb: RingVerb) async throws(WalkStop) -> VerbOutcome {
        try emptyBuffer()
        let lines = lines(of: verb.targets)
        guard !lines.isEmpty else { return .notDone }
        phase = .ringing
        let shown = shownText(verb.show)
        try await handOver(shown)
        let outcome = try await tryAll(lines, verb, shown)
        _ = try await command { phone throws(PhoneError) in try await phone.showName(nil) }
        return outcome ? .kept(.talked) : .untaken
    }

    private func tryAll(_ lines: [Line], _ verb: RingVerb, _ shown: String) async throws(WalkStop) -> Bool {
        for _ in 0..<max(1, verb.rounds) {
            let free = verb.skipBusy ? try await freeOnes(lines) : lines
            let groups = verb.order == .together ? [free] : free.map { [$0] }
            for group in groups where !group.isEmpty {
                let request = DialRequest(
                    targets: group.map(\.dial), names: group.map(\.name), timeout: verb.seconds,
                    music: verb.music ?? (verb.order == .inTurn && lines.count > 1), whisper: nil, shows: shown)
                if try await dial(request) { return true }
            }
        }
        return false
    }

    private func dial(_ request: DialRequest) async throws(WalkStop) -> Bool {
        let outcome = try await command { phone throws(PhoneError) in try await phone.dial(request) }
        guard let outcome else { return false }
        steps.note("rang \(request.names.joined(separator: " & ")): \(outcome.word)", services)
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
                steps.note("passed over \(line.name): \(state.rawValue)", services)
            } else {
                free.append(line)
            }
        }
        return free
    }

    /// §4.2, hand-over: what the answering side is told.
    private func handOver(_ shown: String) async throws(WalkStop) {
        let values = [
            ("__ATTENDANT_LABEL", labelText), ("__ATTENDANT_PATH", path), ("__ATTENDANT_LANGUAGE", language),
            ("__ATTENDANT_CALL", facts.id),
        ]
        for (name, value) in values + variablesHandedOver {
            _ = try await command { phone throws(PhoneError) in try await phone.setVariable(name, value) }
        }
        _ = try await command { phone throws(PhoneError) in try await phone.showName(shown) }
    }

    private func shownText(_ show: Text?) -> String { staffText(show ?? document.show) }
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

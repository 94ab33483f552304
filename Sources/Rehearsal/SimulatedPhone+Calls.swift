public import Reception
import Synchronization

/// Ringing and recording.
extension SimulatedPhone {
    /// Rings the telephones of the world: the first to answer takes the call.
    public func dial(_ request: DialRequest) async throws(PhoneError) -> DialOutcome {
        try checkUp()
        note(.rings(request.names))
        note(.shows(request.shows))
        let known = zip(request.names, request.targets).map { name, target in
            (name: name, telephone: telephone(name) ?? telephone(target) ?? world.others)
        }
        let answers = known.compactMap { entry -> (name: String, after: Duration)? in
            if case .answers(let after) = entry.telephone, after <= request.timeout { (entry.name, after) } else { nil }
        }
        if let first = answers.min(by: { $0.after < $1.after }) {
            return try talk(first.name, after: first.after, whisper: request.whisper)
        }
        if known.allSatisfy({ $0.telephone == .busy }) {
            try ring(Self.busy)
            return .busy
        }
        if known.allSatisfy({ $0.telephone == .offline || $0.telephone == .busy }) {
            try ring(Self.busy)
            return .unavailable
        }
        try ring(request.timeout)
        return .noAnswer
    }

    func talk(_ name: String, after: Duration, whisper: Sound?) throws(PhoneError) -> DialOutcome {
        try ring(after)
        note(.event("\(name) answers"))
        if let whisper { note(.event("whispers: \(whisper.text)")) }
        let began = clock.uptime
        do throws(PhoneError) {
            try ring(world.talk)
        } catch {
            // The caller ended the talk: still one.
        }
        note(.event("the talk ends"))
        return .talked(clock.uptime - began, with: name)
    }

    /// Lets the time pass while no keys are taken: those pressed now are lost.
    func ring(_ time: Duration) throws(PhoneError) {
        let end = clock.uptime + time
        while clock.uptime < end {
            guard let key = try pass(end - clock.uptime, isWaiting: false) else { return }
            state.withLock { $0.unheardKeys.append(key.character) }
        }
    }

    /// Takes the next `speak` of the script; without one the caller says nothing.
    public func record(_ request: RecordRequest) async throws(PhoneError) -> Recording {
        try checkUp()
        note(.event("records"))
        let spoken = state.withLock { state -> Duration in
            guard case .speak(let time) = state.script.first else { return .zero }
            state.script.removeFirst()
            return min(time, request.longest)
        }
        clock.advance(by: spoken)
        state.withLock { $0.lastAction = clock.uptime }
        if state.withLock({ $0.script.first?.isHangUp == true }) {
            state.withLock { _ = $0.script.removeFirst() }
            hangUpNow()
            return Recording(length: spoken, end: .hungUp)
        }
        do throws(PhoneError) {
            let key = try pass(request.silence, isWaiting: spoken == .zero)
            return Recording(length: spoken, end: key.map { .key($0) } ?? .silence)
        } catch .hungUp {
            return Recording(length: spoken, end: .hungUp)
        } catch {
            throw error
        }
    }
}

extension CallerAction {
    var isHangUp: Bool { if case .hangUp = self { true } else { false } }
}

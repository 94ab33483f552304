public import Reception
import Synchronization

/// Ringing and recording.
extension SimulatedPhone {
    /// Rings the telephones of the world: the first to answer takes the call.
    public func dial(_ request: DialRequest) async throws(PhoneError) -> DialOutcome {
        try checkUp()
        note(.rings(request.names))
        note(.shows(request.shows))
        handOver(HandOver(to: request.names, shows: request.shows, whispers: request.whisper?.text))
        let known = zip(request.names, request.targets).map { name, target in
            (name: name, telephone: telephone(name) ?? telephone(target) ?? world.others)
        }
        let answers = known.compactMap { entry -> (name: String, after: Duration)? in
            if case .answers(let after) = entry.telephone, after <= request.timeout { (entry.name, after) } else { nil }
        }
        if let first = answers.min(by: { $0.after < $1.after }) {
            return try await talk(first.name, after: first.after, whisper: request.whisper)
        }
        if known.allSatisfy({ $0.telephone == .busy }) {
            try await ring(Self.busy)
            return .busy
        }
        if known.allSatisfy({ $0.telephone == .offline || $0.telephone == .busy }) {
            try await ring(Self.busy)
            return .unavailable
        }
        try await ring(request.timeout)
        return .noAnswer
    }

    func talk(_ name: String, after: Duration, whisper: Sound?) async throws(PhoneError) -> DialOutcome {
        try await ring(after)
        note(.event("\(name) answers"))
        if let whisper { note(.event("whispers: \(whisper.text)")) }
        let began = clock.uptime
        state.withLock { $0.answer(name, at: began) }
        do throws(PhoneError) {
            try await ring(world.talk)
        } catch {
            // The caller ended the talk: still one.
        }
        note(.event("the talk ends"))
        return .talked(clock.uptime - began, with: name)
    }

    /// Lets the time pass while no keys are taken: those pressed now are lost.
    func ring(_ time: Duration) async throws(PhoneError) {
        begin()
        let end = clock.uptime + time
        while clock.uptime < end {
            guard let key = try await pass(end - clock.uptime, isWaiting: false) else { return }
            state.withLock { state in
                guard state.traces.indices.contains(state.pressing) else { return }
                state.traces[state.pressing].unheard.append(key.character)
            }
        }
    }

    /// Takes the next `speak` of the script; without one the caller says nothing.
    public func record(_ request: RecordRequest) async throws(PhoneError) -> Recording {
        try checkUp()
        note(.event("records"))
        begin()
        if live != nil { return try await recordLive(request) }
        let spoken = speak(longest: request.longest)
        do throws(PhoneError) {
            let key = try await pass(request.silence, isWaiting: spoken == .zero)
            return Recording(length: spoken, end: key.map { .key($0) } ?? .silence)
        } catch .hungUp {
            return Recording(length: spoken, end: .hungUp)
        } catch {
            throw error
        }
    }

    /// Lets the caller speak, if the script says so now.
    ///
    /// - Returns: for how long.
    @discardableResult
    func speak(longest: Duration) -> Duration {
        let spoken = state.withLock { state -> Duration in
            guard state.pending.isEmpty, case .speak(let time) = state.script.first else { return .zero }
            return min(time, longest)
        }
        guard spoken > .zero else { return .zero }
        clock.advance(by: spoken)
        let end = clock.uptime
        state.withLock { state in
            state.reach(state.next, at: end)
            state.finish(state.next, at: end)
            state.script.removeFirst()
        }
        return spoken
    }
}

import Reception
import Synchronization

/// How time passes on a simulated telephone.
extension SimulatedPhone {
    /// Lets up to `time` pass.
    ///
    /// - Parameter isWaiting: the line waits for keys, so that a caller who was asked acts.
    /// - Returns: the key that was pressed before it was over; nil: none.
    func pass(_ time: Duration, isWaiting: Bool) throws(PhoneError) -> Key? {
        try checkUp()
        let end = clock.uptime + time
        let now = clock.uptime
        let event = state.withLock { state -> Event? in
            state.schedule(now: now, isWaiting: isWaiting)
            guard let first = state.pending.first, first.at <= end else {
                if isWaiting { state.endSilence(at: end) }
                return nil
            }
            state.lastAction = first.at
            return state.pending.removeFirst()
        }
        guard let event else {
            clock.advance(to: end)
            return nil
        }
        clock.advance(to: event.at)
        switch event.what {
        case .key(let key):
            note(.key(key.character))
            return key
        case .hangUp:
            hangUpNow()
            throw .hungUp
        }
    }

    func hangUpNow() {
        state.withLock { $0.isHungUp = true }
        note(.event("the caller hangs up"))
    }
}

extension SimulatedPhone.State {
    /// Puts the next action of the script on the time line, when its moment has come.
    mutating func schedule(now: Duration, isWaiting: Bool) {
        while pending.isEmpty, let action = script.first {
            switch action {
            case .wait(let time): lastAction += time
            case .press(let keys, let when):
                guard let at = moment(when, now: now, isWaiting: isWaiting) else { return }
                pending = SimulatedPhone.typed(keys, from: at)
            case .hangUp(let when):
                let at = when == .asked ? lastAction + SimulatedPhone.reaction : moment(when, now: now, isWaiting: true)
                pending = [.init(at: max(now, at ?? now), what: .hangUp)]
            case .speak, .silence: return
            }
            script.removeFirst()
        }
    }

    /// A wait for keys that nobody answered was the silence of the script.
    mutating func endSilence(at end: Duration) {
        guard script.first == .silence else { return }
        script.removeFirst()
        lastAction = end
    }

    private func moment(_ when: CallerAction.When, now: Duration, isWaiting: Bool) -> Duration? {
        switch when {
        case .asked: isWaiting ? max(now + SimulatedPhone.reaction, lastAction) : nil
        case .now: max(now, lastAction)
        case .after(let time): max(now, lastAction + time)
        }
    }
}

extension SimulatedPhone {
    static func typed(_ keys: String, from: Duration) -> [Event] {
        keys.compactMap(Key.init).enumerated().map { index, key in
            Event(at: from + perKey * index, what: .key(key))
        }
    }
}

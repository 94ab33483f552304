import Reception
import Synchronization

/// How time passes on a simulated telephone.
extension SimulatedPhone {
    /// Lets up to `time` pass.
    ///
    /// - Returns: the key that was pressed before it was over; nil: none.
    func pass(_ time: Duration, isWaiting: Bool) throws(PhoneError) -> Key? {
        try checkUp()
        let end = clock.uptime + time
        schedule(isWaiting: isWaiting)
        let event = state.withLock { state -> Event? in
            guard let first = state.pending.first, first.at <= end else { return nil }
            return state.pending.removeFirst()
        }
        guard let event else {
            clock.advance(to: end)
            return nil
        }
        clock.advance(to: event.at)
        state.withLock { $0.lastAction = event.at }
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

    /// Puts the next action of the script on the time line, when its moment has come.
    private func schedule(isWaiting: Bool) {
        let now = clock.uptime
        state.withLock { state in
            guard state.pending.isEmpty else { return }
            var from = now
            var hasWaited = false
            while let action = state.script.first {
                switch action {
                case .wait(let time):
                    from += time
                    hasWaited = true
                case .press(let keys):
                    guard isWaiting || hasWaited else { return }
                    state.pending = Self.typed(keys, from: hasWaited ? from : now + Self.reaction)
                case .pressNow(let keys): state.pending = Self.typed(keys, from: from)
                case .hangUp:
                    let at = hasWaited ? from : max(now, state.lastAction + Self.reaction)
                    state.pending = [Event(at: at, what: .hangUp)]
                case .speak: return
                }
                state.script.removeFirst()
                if !state.pending.isEmpty { return }
            }
        }
    }

    private static func typed(_ keys: String, from: Duration) -> [Event] {
        keys.compactMap(Key.init).enumerated().map { index, key in
            Event(at: from + perKey * index, what: .key(key))
        }
    }
}

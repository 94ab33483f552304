import MenuFile
import Reception
import Synchronization

/// How time passes on a simulated telephone.
extension SimulatedPhone {
    /// Lets up to `time` pass.
    ///
    /// - Parameters:
    ///   - isWaiting: the line waits for keys, so that a caller who was asked acts.
    ///   - namings: when keys are named in what is heard meanwhile, since the call arrived.
    /// - Returns: the key that was pressed before it was over; nil: none.
    func pass(
        _ time: Duration, isWaiting: Bool, namings: [Sound.KeyNaming] = []
    ) async throws(PhoneError) -> Key? {
        try checkUp()
        if let live { return try await pass(time, with: live) }
        let now = clock.uptime
        let end = now + time
        let event = state.withLock { state -> Event? in
            state.schedule(Occasion(now: now, isWaiting: isWaiting, namings: namings))
            guard let first = state.pending.first, first.at <= end else {
                if isWaiting { state.endSilence(at: end) }
                return nil
            }
            state.reach(first.action, at: first.at)
            return state.pending.removeFirst()
        }
        guard let event else {
            clock.advance(to: end)
            return nil
        }
        clock.advance(to: event.at)
        defer { if event.isLast { state.withLock { $0.finish(event.action, at: event.at) } } }
        switch event.what {
        case .key(let key):
            note(.key(key.character))
            state.withLock { state in
                state.lastKey = event.at
                state.pressing = event.action
            }
            return key
        case .hangUp:
            hangUpNow()
            throw .hungUp
        }
    }

    func hangUpNow() {
        state.withLock { state in
            state.isHungUp = true
            state.isHungUpByCaller = true
        }
        note(.event("the caller hangs up"))
    }

    /// What the line does while time passes.
    struct Occasion {
        let now: Duration
        let isWaiting: Bool
        let namings: [Sound.KeyNaming]

        /// When keys have been named; nil: they are not. Of a longer entry its beginning counts.
        func naming(of keys: String) -> Duration? {
            for count in stride(from: keys.count, to: 0, by: -1) {
                let entry = String(keys.prefix(count))
                for naming in namings where (try? KeyPattern(naming.key))?.matches(entry) == true { return naming.at }
            }
            return nil
        }
    }
}

extension SimulatedPhone.State {
    /// Puts the next action of the script on the time line, when its moment has come.
    mutating func schedule(_ occasion: SimulatedPhone.Occasion) {
        while pending.isEmpty, let action = script.first {
            switch action {
            case .wait(let time):
                let end = lastAction + time
                reach(next, at: end)
                let isNew = hasNewPrompt
                finish(next, at: end)
                hasNewPrompt = isNew
            case .press(let keys, let when):
                guard let at = moment(when, keys, occasion) else { return }
                pending = SimulatedPhone.typed(keys, from: at, action: next)
            case .hangUp(let when):
                guard let at = hangUpMoment(when, occasion) else { return }
                pending = [.init(at: at, what: .hangUp, action: next, isLast: true)]
            case .speak, .silence: return
            }
            script.removeFirst()
        }
    }

    /// A wait for keys that nobody answered was the silence of the script.
    mutating func endSilence(at end: Duration) {
        guard script.first == .silence, hasNewPrompt else { return }
        reach(next, at: end)
        finish(next, at: end)
        script.removeFirst()
    }

    private func moment(
        _ when: CallerAction.When, _ keys: String, _ occasion: SimulatedPhone.Occasion
    ) -> Duration? {
        let now = occasion.now
        switch when {
        case .asked: return occasion.isWaiting ? max(now + SimulatedPhone.reaction, lastAction) : nil
        case .now: return max(now, lastAction)
        case .after(let time): return max(now, lastAction + time)
        case .sinceLast(let time): return since(time, now)
        case .prompted:
            guard hasNewPrompt else { return nil }
            if let named = occasion.naming(of: keys) { return max(now, named) + SimulatedPhone.reaction }
            return occasion.isWaiting ? now + SimulatedPhone.reaction : nil
        }
    }

    private func hangUpMoment(_ when: CallerAction.When, _ occasion: SimulatedPhone.Occasion) -> Duration? {
        let now = occasion.now
        switch when {
        case .asked, .prompted: return max(now, lastAction + SimulatedPhone.reaction)
        case .now: return max(now, lastAction)
        case .after(let time): return max(now, lastAction + time)
        case .sinceLast(let time): return since(time, now)
        }
    }

    /// A moment after the last action; a key needs its time after another one.
    private func since(_ time: Duration, _ now: Duration) -> Duration? {
        guard let began else { return nil }
        let base = next == 0 ? began : lastAction
        let earliest = lastKey.map { $0 + SimulatedPhone.perKey } ?? now
        return max(now, base + time, earliest)
    }
}

extension SimulatedPhone {
    static func typed(_ keys: String, from: Duration, action: Int) -> [Event] {
        let keys = keys.compactMap(Key.init)
        return keys.enumerated().map { index, key in
            Event(
                at: from + perKey * index, what: .key(key), action: action, isLast: index == keys.count - 1)
        }
    }
}

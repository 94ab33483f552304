import MenuFile

/// What becomes of a key the moment it arrives.
///
/// Every key goes through `take`, whatever ran when it came: into the buffer, or away when it belongs to an entry that is
/// over (menu-format, part 10).
struct KeyWatch {
    /// A wrong entry: keys that follow it closely belong to it.
    var wrong: Tail?
    /// An end key pressed out of habit that belongs to the entry that was completed by its count.
    var habit: Habit?
    /// Whether the keys taken now are a secret: rows hold ••• for them.
    var areSecret = false
    /// When the key was pressed that the walk took last.
    var pressed = Duration.zero
    /// When unknown keys came, the present ones only.
    var unknown: [Duration] = []
    /// The pause between two keys that the present menu allows.
    var between = KeySettings.standard.between

    /// Within so long unknown keys count together (§3.4).
    static let impatience = Duration.seconds(3)

    /// What still belongs to a wrong entry.
    struct Tail {
        /// Keys before this belong to it.
        var until: Duration
        /// The pause between two keys that its menu allows.
        let between: Duration
        /// Whether they count as unknown keys: those of a menu do, digits too many in a collect do not.
        var counts = true
    }

    /// An end key, and until when it belongs to the entry before it.
    struct Habit {
        let key: Key
        let until: Duration
    }
}

extension CallWalk {
    /// Puts a key that just came into the buffer, or drops it.
    func take(_ key: Key) throws(WalkStop) {
        let now = services.clock.uptime
        if let tail = keys.wrong {
            if now < tail.until {
                noteKey(KeyBuffer.Typed(key: key, at: now), isDropped: key != .zero)
                keys.wrong?.until = now + tail.between
                if key == .zero { throw .jump(.operator) }
                if tail.counts { try unknownKey(at: now) }
                return
            }
            keys.wrong = nil
        }
        if buffer.isEmpty, isHabit(key, at: now) { return noteKey(KeyBuffer.Typed(key: key, at: now)) }
        buffer.append(key, at: now)
    }

    /// An entry is complete by its count: an end key that follows closely belongs to it, typed ahead or not.
    func entryCompleted(end: Key? = .pound) {
        keys.habit = end.map { KeyWatch.Habit(key: $0, until: keys.pressed + keys.between) }
        guard let next = buffer.first else { return }
        if isHabit(next.key, at: next.at) { buffer.popFirst().map { noteKey($0) } }
    }

    private func isHabit(_ key: Key, at moment: Duration) -> Bool {
        defer { keys.habit = nil }
        return keys.habit.map { key == $0.key && moment < $0.until } ?? false
    }

    /// What was typed ahead behind a wrong entry goes with it, and counts as unknown keys all the same.
    func entryWasWrong() throws(WalkStop) {
        let dropped = buffer.removeAll()
        for typed in dropped { noteKey(typed, isDropped: true) }
        let last = dropped.last?.at ?? keys.pressed
        keys.wrong = KeyWatch.Tail(until: last + keys.between, between: keys.between)
        try unknownKey(at: keys.pressed)
        for typed in dropped { try unknownKey(at: typed.at) }
    }

    /// Counts an unknown key; too many within 3 s mean the operator at once.
    func unknownKey(at now: Duration) throws(WalkStop) {
        keys.unknown.removeAll { now - $0 >= KeyWatch.impatience }
        keys.unknown.append(now)
        if keys.unknown.count >= document.keys.impatient {
            keys.unknown.removeAll()
            steps.note("impatient", services)
            throw .jump(.operator)
        }
    }

    /// The next key: one typed ahead, else one that comes within `timeout`.
    func nextKey(within timeout: Duration) async throws(WalkStop) -> Key? {
        if let key = buffer.popFirst() { return noted(key) }
        let deadline = services.clock.uptime + timeout
        while true {
            let left = deadline - services.clock.uptime
            guard left > .zero else { return nil }
            let heard = try await command { phone throws(PhoneError) in try await phone.key(within: left) }
            guard case .some(.some(let key)) = heard else {
                noteSilence(since: deadline - timeout)
                return nil
            }
            try take(key)
            if let key = buffer.popFirst() { return noted(key) }
        }
    }

    /// Listens for so long and keeps what is typed.
    func listen(for time: Duration) async throws(WalkStop) {
        let heard = try await command { phone throws(PhoneError) in try await phone.key(within: time) }
        if case .some(.some(let key)) = heard { try take(key) }
    }

    private func noted(_ typed: KeyBuffer.Typed) -> Key {
        keys.pressed = typed.at
        noteKey(typed, isSecret: keys.areSecret)
        if keys.areSecret { steps.typedSecretly() } else { steps.typed(String(typed.key.character)) }
        return typed.key
    }

    /// Acts on a 0 pressed during a plain text: to the operator, unless the call is on its way there.
    func heedZero() throws(WalkStop) {
        guard buffer.first?.key == .zero, let zero = buffer.popFirst() else { return }
        noteKey(zero, isImmediate: true)
        if mode == .operator && frames.isEmpty { return }
        throw .jump(.operator)
    }

    /// Before a verb that takes no keys: a 0 among the keys typed ahead is never lost, the others are.
    func emptyBuffer() throws(WalkStop) {
        let zero = buffer.holdsZero
        let dropped = buffer.removeAll()
        for typed in dropped { noteKey(typed, isDropped: typed.key != .zero) }
        untaken += dropped.filter { $0.key != .zero }
        if zero, !(mode == .operator && frames.isEmpty) { throw .jump(.operator) }
    }
}

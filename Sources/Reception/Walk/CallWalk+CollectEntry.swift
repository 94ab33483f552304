import MenuFile

/// C2 and C3: from keys to an entry.
extension CallWalk {
    /// What the caller typed into a collect.
    enum CollectEntry: Equatable {
        /// These keys. Full: the largest count was reached, so the caller may still be typing.
        case typed(String, isFull: Bool)
        /// The end key alone, or silence.
        case nothing
        /// The clear key on an empty entry: the caller wants back.
        case left
    }

    func entry(for verb: CollectVerb) async throws(WalkStop) -> CollectEntry {
        keys.between = verb.between
        keys.areSecret = isSensitive(verb.variable)
        defer { keys.areSecret = false }
        let deadline = services.clock.uptime + verb.total
        var entry = ""
        while entry.count < verb.digits.upperBound {
            let pause = entry.isEmpty ? verb.wait : verb.between
            guard let key = try await nextKey(within: min(pause, deadline - services.clock.uptime)) else {
                return entry.isEmpty ? .nothing : .typed(entry, isFull: false)
            }
            switch key.character {
            case verb.end: return entry.isEmpty ? .nothing : .typed(entry, isFull: false)
            case verb.clear:
                if entry.isEmpty { return .left }
                entry = ""
            default: entry.append(key.character)
            }
        }
        entryCompleted(end: verb.end.flatMap { Key($0) })
        return .typed(entry, isFull: true)
    }

    /// Digits too many follow the last one that was taken within so long; whoever has heard that the entry was wrong
    /// and begins again is slower.
    static let overrun = Duration.seconds(1)

    /// C3 and C4: zeros only are the operator; of any other refused entry, what was typed behind it goes with it.
    func refuse(_ entry: String, isFull: Bool, between: Duration) throws(WalkStop) {
        if entry.allSatisfy({ $0 == "0" }) { throw .jump(.operator) }
        let dropped = buffer.removeAll()
        for typed in dropped { noteKey(typed, isDropped: true) }
        if !dropped.isEmpty, dropped.allSatisfy({ $0.key == .zero }) { throw .jump(.operator) }
        guard isFull else { return }
        let last = dropped.last?.at ?? keys.pressed
        let pause = min(between, Self.overrun)
        keys.wrong = KeyWatch.Tail(until: last + pause, between: pause, counts: false)
    }
}

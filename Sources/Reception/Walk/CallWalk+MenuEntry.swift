import MenuFile

/// M3: from keys to a choice.
extension CallWalk {
    /// What the caller said to a menu.
    enum MenuEntry {
        case choice(MenuVerb.Choice, typed: String)
        case `operator`
        case back
        case again
        case silent
        case wrong
    }

    func entry(of choices: [MenuVerb.Choice], _ verb: MenuVerb) async throws(WalkStop) -> MenuEntry {
        let matcher = KeyMatcher(choices.map(\.key))
        var entry = ""
        while true {
            let timeout = entry.isEmpty ? verb.wait : verb.between
            guard let key = try await nextKey(within: timeout) else {
                return try entry.isEmpty ? .silent : ended(entry, matcher, choices)
            }
            if key == .pound, !entry.isEmpty { return try ended(entry, matcher, choices) }
            let grown = entry + String(key.character)
            switch matcher.match(grown) {
            case .exact(let index, couldGrow: false):
                entryCompleted()
                return .choice(choices[index], typed: grown)
            case .exact, .prefix: entry = grown
            case .none: return try unmatched(key, after: entry)
            }
        }
    }

    /// The entry ended by # or by time: what it is as it stands.
    private func ended(
        _ entry: String, _ matcher: KeyMatcher, _ choices: [MenuVerb.Choice]
    ) throws(WalkStop) -> MenuEntry {
        if case .exact(let index, _) = matcher.match(entry) { return .choice(choices[index], typed: entry) }
        return try wrong()
    }

    /// Nothing fits: 0 is the operator wherever it is pressed, `*` and `#` mean something only by themselves.
    private func unmatched(_ key: Key, after entry: String) throws(WalkStop) -> MenuEntry {
        if key == .zero { return .operator }
        if entry.isEmpty, key == .star { return .back }
        if entry.isEmpty, key == .pound { return .again }
        return try wrong()
    }

    /// M4: what was typed ahead goes, and what still comes of this entry belongs to it.
    private func wrong() throws(WalkStop) -> MenuEntry {
        if buffer.holdsZero {
            for typed in buffer.removeAll() { noteKey(typed, isDropped: typed.key != .zero) }
            return .operator
        }
        try entryWasWrong()
        return .wrong
    }
}

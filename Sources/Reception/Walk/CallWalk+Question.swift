import MenuFile

/// Questions inside verbs: yes, other, no; and the entry of a telephone number.
extension CallWalk {
    /// What the caller said to "1 yes, 2 other, star no". Confused: too many keys that mean nothing.
    enum Answer { case yes, other, no, silence, confused }

    /// Asks once, and once more after silence; wrong keys repeat it.
    ///
    /// - Parameter digits: spelled by Asterisk's own sounds when the prompt cannot be spoken.
    func question(_ prompt: Prompt, digits: String) async throws(WalkStop) -> Answer {
        keys.between = document.keys.between
        var silences = 0
        var wrong = 0
        while true {
            try checkTime()
            if !(try await speak(prompt, interruptible: true)) { try await spell(digits) }
            switch try await nextKey(within: document.keys.wait)?.character {
            case "1", "#": return .yes
            case "2": return .other
            case "*": return .no
            case "0": throw .jump(.operator)
            case nil:
                silences += 1
                if silences >= 2 { return .silence }
            default:
                wrong += 1
                try unknownKey(at: keys.pressed)
                try countMistake()
                if wrong >= document.keys.wrong { return .confused }
            }
        }
    }

    /// How the entry of a number ended.
    enum NumberEntry {
        case typed(String)
        case silence
        /// `*` on an empty entry: the caller does not want to.
        case left
    }

    /// The longest number that is taken: 15 digits of E.164 and an international prefix.
    static let longestNumber = 18
    /// To the first key of a number, and between two of them (§3.3, collect).
    static let numberWait = Duration.seconds(8)
    static let numberBetween = Duration.seconds(3)

    /// Takes a number that ends by # or a pause; `*` clears it, zeros only mean the operator (C3).
    func numberEntry() async throws(WalkStop) -> NumberEntry {
        keys.between = Self.numberBetween
        var entry = ""
        while entry.utf8.count < Self.longestNumber {
            let timeout = entry.isEmpty ? Self.numberWait : Self.numberBetween
            guard let key = try await nextKey(within: timeout) else { break }
            if key == .pound { return entry.isEmpty ? .silence : try finished(entry) }
            if key == .star {
                if entry.isEmpty { return .left }
                entry = ""
                continue
            }
            entry.append(key.character)
        }
        if entry.utf8.count == Self.longestNumber { entryCompleted() }
        return entry.isEmpty ? .silence : try finished(entry)
    }

    private func finished(_ entry: String) throws(WalkStop) -> NumberEntry {
        if entry.allSatisfy({ $0 == "0" }) { throw .jump(.operator) }
        return .typed(entry)
    }

    /// The last resort for a number that must be read back: Asterisk's own digits (§4.4).
    private func spell(_ digits: String) async throws(WalkStop) {
        // What is spelled may be a secret, and is one for the timeline.
        steps.mark(.prompt, Variables.mask, services, .with { $0.isMasked = true })
        let heard = try await command { phone throws(PhoneError) in try await phone.spell(digits) }
        guard let heard else { throw .jump(.operator) }
        if let key = heard { try take(key) }
    }
}

import MenuFile

/// `collect`: C1 to C5 of §4.2.
extension CallWalk {
    /// What a collect remembers while it asks.
    struct CollectRound {
        var wrong = 0
        var silent = 0
        /// What is heard before the next entry.
        var lead = MenuRound.Lead.opening
    }

    func collect(_ step: Step, _ verb: CollectVerb) async throws(WalkStop) -> VerbOutcome {
        let reader = reader(of: verb)
        if !verb.askAlways, let known = variables[verb.variable].flatMap({ reader.value(known: $0) }) {
            // What is known is not asked again (§4.2).
            variables.set(verb.variable, to: known)
            return .done
        }
        var round = CollectRound()
        while true {
            try checkTime()
            let prompt = CollectPrompt(step: step, verb: verb, lead: round.lead, builder: builder).prompt
            guard try await speak(prompt, interruptible: step.interrupt) else { throw .jump(.operator) }
            if let outcome = try await answered(step, verb, reader, &round) { return outcome }
        }
    }

    /// Takes one entry and does what it says. Nil: it is asked for again.
    private func answered(
        _ step: Step, _ verb: CollectVerb, _ reader: EntryReader, _ round: inout CollectRound
    ) async throws(WalkStop) -> VerbOutcome? {
        let entry = try await entry(for: verb)
        switch entry {
        case .left: throw .jump(.again)
        case .nothing:
            if verb.optional { return .done }
            round.silent += 1
            round.lead = .afterSilence
            guard round.silent >= verb.silent.times else { return nil }
            steps.note("silent", services)
            return try await giveUp(verb.silent, step)
        case .typed(let keys, let isFull):
            guard let value = reader.value(typed: keys) else {
                try refuse(keys, isFull: isFull, between: verb.between)
                round.wrong += 1
                round.lead = .afterWrong
                try countMistake()
                guard round.wrong >= verb.wrong.times else { return nil }
                steps.note("wrong entries", services)
                return try await giveUp(verb.wrong, step)
            }
            return try await confirmed(value, keys, step, verb, &round)
        }
    }

    /// C5: the value is read back where the step wants it, and kept.
    private func confirmed(
        _ value: String, _ keys: String, _ step: Step, _ verb: CollectVerb, _ round: inout CollectRound
    ) async throws(WalkStop) -> VerbOutcome? {
        guard verb.confirm else {
            variables.set(verb.variable, to: value)
            return .done
        }
        var prompt = builder.phrase(.confirm, ["value": spoken(value, verb.kind)])
        prompt.isSensitive = isSensitive(verb.variable)
        switch try await question(prompt, digits: keys) {
        case .yes:
            variables.set(verb.variable, to: value)
            return .done
        case .other, .no:
            round.lead = .again
            return nil
        case .silence: return try await giveUp(verb.silent, step)
        case .confused: return try await giveUp(verb.wrong, step)
        }
    }

    private func reader(of verb: CollectVerb) -> EntryReader {
        EntryReader(
            digits: verb.digits, kind: verb.kind, check: verb.check, country: country, numbers: services.numbers,
            thisYear: today.year)
    }

    /// A value as it is read back: telephone numbers and long digits in groups, dates and times in words.
    private func spoken(_ value: String, _ kind: CollectVerb.Kind) -> String {
        let pack = builder.pack
        switch kind {
        case .text, .number:
            let isLong = value.utf8.count > Self.digitsInOneGo && value.utf8.allSatisfy { (48...57).contains($0) }
            return isLong ? pack.phoneGroups(value) : pack.spokenDigits(value)
        case .phone: return pack.phoneGroups(national(value))
        case .date: return CivilDate(value).map { "\(pack.spokenDate($0)), \($0.year)" } ?? value
        case .time:
            let numbers = value.split(separator: ":").compactMap { Int($0) }
            return numbers.count == 2 ? pack.spokenTime(hour: numbers[0], minute: numbers[1]) : value
        }
    }

    /// More digits than this are read back in groups: digits are the hardest to follow (DESIGN, Prompts).
    private static let digitsInOneGo = 4
}

/// C1: what a collect says, as one prompt.
struct CollectPrompt {
    let step: Step
    let verb: CollectVerb
    let lead: CallWalk.MenuRound.Lead
    let builder: PromptBuilder

    var prompt: Prompt {
        switch lead {
        case .opening: text(step.say)
        case .again: repeated
        case .afterWrong: after(verb.wrong.say.map { builder.prompt($0) } ?? builder.phrase(.invalid))
        case .afterSilence: verb.silent.say.map { after(builder.prompt($0)) } ?? repeated
        }
    }

    private func after(_ remark: Prompt) -> Prompt {
        Prompt.joined([remark, repeated], pause: Prompt.betweenSentences)
    }

    /// Unlike a menu, a collect has nothing else to repeat than its text (part 10).
    private var repeated: Prompt { text(verb.again ?? step.say) }

    private func text(_ text: Text?) -> Prompt { text.map { builder.prompt($0) } ?? Prompt([]) }
}

import MenuFile

/// `menu`: M1 to M5 of §4.2.
extension CallWalk {
    /// What a menu remembers while it is open.
    struct MenuRound {
        var wrong = 0
        var silent = 0
        /// How often the choices were heard.
        var heard = 0
        /// What is heard before the choices: nothing special, the wrong-key text, or the text after silence.
        var lead = Lead.opening

        enum Lead { case opening, again, afterWrong, afterSilence }

        /// A choice was taken: both counters start again.
        mutating func restart() {
            wrong = 0
            silent = 0
            lead = .again
        }
    }

    func menu(_ step: Step, _ verb: MenuVerb) async throws(WalkStop) -> VerbOutcome {
        guard frames.count < document.limits.depth else { try limitReached("depth") }
        frames.append(MenuFrame(step: step))
        let depth = frames.count
        defer { frames.removeLast(max(0, frames.count - (depth - 1))) }
        var round = MenuRound()
        while true {
            keys.between = verb.between
            try checkTime()
            do throws(WalkStop) {
                if let outcome = try await turn(step, verb, &round) {
                    frames.removeLast(frames.count - (depth - 1))
                    leftPath = stackPath
                    return outcome
                }
            } catch {
                frames.removeLast(max(0, frames.count - depth))
                try comeBack(error, &round)
            }
            frames[depth - 1].choice = nil
            leftPath = stackPath
        }
    }

    /// A choice said `again` or `back`: this menu is heard once more, which counts, or the one above is.
    private func comeBack(_ stop: WalkStop, _ round: inout MenuRound) throws(WalkStop) {
        switch stop {
        case .jump(.again): break
        case .jump(.back):
            guard frames.count == 1 else { throw .jump(.again) }
        default: throw stop
        }
        try countReturn()
        round.restart()
    }

    /// Plays the choices once and does what the caller says to them. Nil: the menu is heard again.
    private func turn(_ step: Step, _ verb: MenuVerb, _ round: inout MenuRound) async throws(WalkStop) -> VerbOutcome? {
        let choices = visible(verb)
        let prompt = menuPrompt(step, verb, choices, round)
        guard try await speak(prompt, interruptible: step.interrupt) else { throw .jump(.operator) }
        round.heard += 1
        switch try await entry(of: choices, verb) {
        case .choice(let choice, let typed): return try await take(choice, typed, of: step, &round)
        case .operator: throw .jump(.operator)
        case .back: return try leave(&round)
        case .again: round.lead = .again
        case .silent: return try await silence(step, verb, &round)
        case .wrong: return try await wrongEntry(step, verb, &round)
        }
        return nil
    }

    private func take(
        _ choice: MenuVerb.Choice, _ typed: String, of step: Step, _ round: inout MenuRound
    ) async throws(WalkStop) -> VerbOutcome? {
        round.restart()
        if choice.step.languageTag != nil { return try await takeLanguage(choice) }
        self.typed = typed
        let label = choiceLabel(choice.step)
        frames[frames.count - 1].choice = (typed, label ?? "")
        steps.mark(.decision, "choice \(typed)" + (label.map { ": \($0)" } ?? ""), services)
        if let label {
            self.label = label
            labelIsChosen = true
        }
        leftPath = stackPath
        let depth = frames.count
        let outcome = try await body(choice.step, isChosen: true)
        frames.removeLast(frames.count - depth)
        if outcome == .untaken { throw .jump(.unanswered) }
        guard step.then == nil else { return .done }
        try countReturn()
        return nil
    }

    /// Another language: the choices are heard in it. It changes neither label nor path, and is no return (part 10).
    private func takeLanguage(_ choice: MenuVerb.Choice) async throws(WalkStop) -> VerbOutcome? {
        if try await body(choice.step, isChosen: true) == .untaken { throw .jump(.unanswered) }
        return nil
    }

    /// `*`: to the menu above; at the top this one is heard again, which does not count.
    private func leave(_ round: inout MenuRound) throws(WalkStop) -> VerbOutcome? {
        guard frames.count == 1 else { throw .jump(.back) }
        round.lead = .again
        return nil
    }

    private func silence(_ step: Step, _ verb: MenuVerb, _ round: inout MenuRound) async throws(WalkStop)
        -> VerbOutcome?
    {
        round.silent += 1
        round.lead = .afterSilence
        guard round.silent >= verb.silent.times else { return nil }
        steps.note("silent", services)
        return try await giveUp(verb.silent, step)
    }

    private func wrongEntry(
        _ step: Step, _ verb: MenuVerb, _ round: inout MenuRound
    ) async throws(WalkStop) -> VerbOutcome? {
        round.wrong += 1
        round.lead = .afterWrong
        steps.mark(.decision, "no such choice", services)
        try countMistake()
        guard round.wrong >= verb.wrong.times else { return nil }
        steps.note("wrong keys", services)
        return try await giveUp(verb.wrong, step)
    }

    /// `wrong.otherwise`/`silent.otherwise`, else the step's `otherwise`, else the operator (part 10).
    func giveUp(_ rule: RetryRule, _ step: Step) async throws(WalkStop) -> VerbOutcome {
        guard let otherwise = rule.otherwise ?? step.otherwise else { throw .jump(.operator) }
        let outcome = try await body(otherwise)
        return .settled(outcome)
    }

    private func visible(_ verb: MenuVerb) -> [MenuVerb.Choice] {
        verb.choices.filter { choice in
            choice.step.languageTag != language && choice.step.when.map { judge($0).holds } ?? true
        }
    }
}

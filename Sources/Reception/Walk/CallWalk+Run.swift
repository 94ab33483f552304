import MenuFile

/// §4.2: steps and lists.
extension CallWalk {
    /// Runs one step: `when`, `say`, verb, then `then` or `otherwise`.
    ///
    /// - Parameter isChosen: the step was chosen in a menu that has looked at its `when` already.
    func run(_ step: Step, isChosen: Bool = false) async throws(WalkStop) -> StepOutcome {
        try countStep()
        if let when = step.when, !isChosen {
            let verdict = judge(when)
            guard verdict.holds else {
                steps.note(step.path, "not done: \(verdict.why)", services)
                guard let otherwise = step.otherwise else { return .skipped }
                return try await run(otherwise)
            }
            steps.mark(.decision, "done: \(verdict.why)", services, path: step.path)
        }
        if let label = step.label { self.label = staffText(label) }
        let entry = steps.enter(step.path, services)
        do throws(WalkStop) {
            try await tellNotices(before: step)
            let outcome = try await perform(step)
            restPhase()
            steps.leave(entry, outcome.word, services)
            return try await follow(outcome, of: step)
        } catch {
            if case .jump = error { restPhase() }
            steps.leave(entry, error.word, services)
            throw error
        }
    }

    /// Between verbs a hang-up is a drop-off, or a missed call when nobody took it before and nothing was left.
    private func restPhase() {
        phase = mode == .unanswered && guards.achieved == nil ? .offered(list: unansweredList) : .other
    }

    /// Tries the steps of a list in order until one keeps the call.
    func sequence(_ list: [Step]) async throws(WalkStop) -> StepOutcome {
        var last = StepOutcome.skipped
        ahead.append([])
        defer { ahead.removeLast() }
        for (index, step) in list.enumerated() {
            ahead[ahead.count - 1] = list[(index + 1)...]
            let outcome = try await run(step)
            if outcome != .skipped { last = outcome }
        }
        return last
    }

    private func perform(_ step: Step) async throws(WalkStop) -> VerbOutcome {
        if let say = step.say, !step.takesSayAsPrompt, !step.saysMeanwhile {
            let isHeard = try await preparingWhisper(of: step) { () async throws(WalkStop) in
                try await self.tell(say, of: step, interruptible: step.interrupt)
            }
            // A step that only speaks is not done when nothing was heard; a verb is worth doing all the same.
            if !isHeard, step.verb == nil { return .notDone }
        }
        switch step.verb {
        case nil: return .done
        case .menu(let verb): return try await menu(step, verb)
        case .ring(let verb): return try await ring(verb)
        case .callback(let verb): return try await callback(verb, wasOffered: mode == .unanswered)
        case .voicemail(let verb): return try await voicemail(verb, hasPrompt: step.say != nil)
        case .sequence(let list): return .list(try await sequence(list))
        case .go(let destination):
            guard let jump = Jump(destination) else { throw .ended(.goodbye) }
            throw .jump(jump)
        case .collect(let verb): return try await collect(step, verb)
        case .set(let assignments): return try await set(assignments)
        case .queue(let verb): return try await queue(verb)
        case .request(let verb): return try await request(verb, step)
        case .language(let verb): return try await language(verb)
        case .dialplan(let place): return try await dialplan(place)
        case .gosub(let verb): return try await gosub(verb)
        }
    }

    private func follow(_ outcome: VerbOutcome, of step: Step) async throws(WalkStop) -> StepOutcome {
        switch outcome {
        case .kept(let kept):
            if let then = step.then {
                _ = try await run(then)
                try await goodbye()
            }
            throw .ended(kept)
        case .done:
            guard let then = step.then else { return .done }
            return try await run(then)
        case .notDone, .untaken:
            if let otherwise = step.otherwise { return try await run(otherwise) }
            return outcome == .untaken ? .untaken : .notDone
        case .list(let last):
            if last == .done, let then = step.then { return try await run(then) }
            if last != .done, let otherwise = step.otherwise { return try await run(otherwise) }
            return last
        case .settled(let settled): return settled
        }
    }
}

extension Step {
    /// Whether `say` is heard while the verb is at work already.
    var saysMeanwhile: Bool { if case .request = verb { true } else { false } }

    /// Whether `say` is the verb's own prompt (menu, collect) and not heard by itself.
    var takesSayAsPrompt: Bool {
        switch verb {
        case .menu, .collect: true
        default: false
        }
    }
}

extension VerbOutcome {
    /// The outcome as rows have it.
    var word: String {
        switch self {
        case .done: "done"
        case .notDone: "not done"
        case .untaken: "nobody took it"
        case .kept(let outcome): outcome.rawValue
        case .list(.done), .settled(.done): "done"
        case .list(.skipped), .settled(.skipped): "nothing to do"
        case .list(.notDone), .settled(.notDone): "not done"
        case .list(.untaken), .settled(.untaken): "nobody took it"
        }
    }
}

extension WalkStop {
    /// The stop as rows have it.
    var word: String {
        switch self {
        case .hungUp: "hung up"
        case .lost: "connection lost"
        case .ended(let outcome): outcome.rawValue
        case .jump(.step(let name)): "went to \(name)"
        case .jump(let jump): "went to \(jump)"
        }
    }
}

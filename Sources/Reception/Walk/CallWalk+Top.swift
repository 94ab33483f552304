import MenuFile

/// The top of a call: what happens when no menu is left to come back to.
extension CallWalk {
    /// What the top runs: a step, or the default for a call that nobody took.
    enum Course {
        case step(Step)
        case defaultUnanswered
        /// The first step of the call, after the notices.
        case opening(Step)
    }

    /// Runs `entry` and whatever it leads to, until the call is over. Returns when the caller is to hear goodbye.
    func top(_ entry: Step) async throws(WalkStop) {
        var current = Course.opening(entry)
        while true {
            do throws(WalkStop) {
                let outcome = try await follow(current)
                guard let next = afterEnd(of: outcome) else {
                    // A 0 that no step took is not lost: it is the operator to the last.
                    try emptyBuffer()
                    try await goodbye()
                    return
                }
                current = next
            } catch {
                current = try await landed(error, entry: entry)
            }
        }
    }

    private func follow(_ course: Course) async throws(WalkStop) -> StepOutcome {
        switch course {
        case .step(let step): return try await body(step)
        case .defaultUnanswered: return try await defaultUnanswered()
        case .opening(let step):
            try await tellNotices()
            return try await body(step)
        }
    }

    /// What follows when the outermost list has ended: `unanswered` once, or nothing.
    private func afterEnd(of outcome: StepOutcome) -> Course? {
        let nobody = outcome == .untaken || (mode == .operator && outcome != .done)
        guard nobody, !guards.unansweredUsed else { return nil }
        return enterUnanswered()
    }

    /// Where a stop leads to; a limit that is reached on landing leads on.
    private func landed(_ stop: WalkStop, entry: Step) async throws(WalkStop) -> Course {
        guard case .jump(let jump) = stop else { throw stop }
        do throws(WalkStop) {
            return try await land(jump, entry: entry)
        } catch {
            return try await landed(error, entry: entry)
        }
    }

    private func land(_ jump: Jump, entry: Step) async throws(WalkStop) -> Course {
        frames.removeAll()
        steps.mark(.decision, "goes to \(jump.name)", services)
        switch jump {
        case .start: return enter(document.start)
        case .closed: return enter(document.closed ?? document.start)
        case .step(let name): return .step(document.steps[name] ?? document.start)
        case .operator:
            // An operator that is a menu may be begun again, once: who leads only to himself has not taken the call.
            guard mode == .operator else { return enterOperator() }
            guards.operatorAgain += 1
            guard guards.operatorAgain > 1 else { return enterOperator() }
            return try await land(.unanswered, entry: entry)
        case .unanswered:
            return guards.unansweredUsed ? try await land(.goodbye, entry: entry) : enterUnanswered()
        case .back, .again:
            try countReturnAtTop()
            mode = entry === document.operatorStep ? .operator : .menus
            return .step(entry)
        case .goodbye:
            try await goodbye()
            throw .ended(.goodbye)
        }
    }

    private func enter(_ step: Step) -> Course {
        mode = .menus
        leftPath = ""
        return .step(step)
    }

    private func enterOperator() -> Course {
        mode = .operator
        if !labelIsChosen {
            label = staffPack.operatorLabel
        }
        return .step(document.operatorStep)
    }

    private func enterUnanswered() -> Course {
        steps.mark(.decision, "nobody took the call: unanswered", services)
        mode = .unanswered
        guards.unansweredUsed = true
        phase = .offered(list: unansweredList)
        return document.unanswered.map { .step($0) } ?? .defaultUnanswered
    }

    /// Runs a step and follows `go` from step to step, under the same menu.
    func body(_ step: Step, isChosen: Bool = false) async throws(WalkStop) -> StepOutcome {
        var current = step
        var isChosen = isChosen
        // What follows here is the end of a choice or of the call, not the rest of the lists outside.
        let outside = ahead
        ahead = []
        defer { ahead = outside }
        while true {
            do throws(WalkStop) {
                return try await run(current, isChosen: isChosen)
            } catch {
                guard case .jump(.step(let name)) = error, let next = document.steps[name] else { throw error }
                steps.mark(.decision, "goes to \(name)", services, path: current.path)
                current = next
                isChosen = false
            }
        }
    }

    /// The last word. Where nothing can be spoken and nothing came of the call, the line is not cut without one: the
    /// dialplan takes over.
    func goodbye() async throws(WalkStop) {
        phase = .other
        let prompt = builder.phrase(.goodbye)
        guard !prompt.pieces.isEmpty else { return }
        guard let sound = try await sound(of: prompt) else {
            guard guards.achieved == nil else { return }
            throw .ended(.failed)
        }
        try await play(sound, interruptible: false, of: prompt)
    }
}

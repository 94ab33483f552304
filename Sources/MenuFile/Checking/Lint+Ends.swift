extension Lint {
    func ends() {
        deadEnds()
        ringBare()
        queueBare()
        vipLate()
    }

    private func deadEnds() {
        let roots = [document.start, document.closed].compactMap { $0 }
        let ends = steps.flatMap { step -> [Step] in
            switch step.verb {
            case .menu(let menu)?:
                menu.choices.map(\.step) + [menu.wrong.otherwise, menu.silent.otherwise].compactMap { $0 }
            case .collect(let collect)?: [collect.wrong.otherwise, collect.silent.otherwise].compactMap { $0 }
            default: []
            }
        }
        for step in roots + ends where isBareHangup(step) {
            warn(.deadEnd, at: place(of: step), "the call ends here without information, a person or a request")
        }
    }

    private func ringBare() {
        let why = "busy is the worst answer: let the caller leave a request or a message"
        if let unanswered = document.unanswered, isBareHangup(unanswered) {
            warn(.ringBare, at: place(of: unanswered), why)
        }
        for step in steps where step.isHandOver {
            if let otherwise = step.otherwise, isBareHangup(otherwise) { warn(.ringBare, at: otherwise.position, why) }
        }
    }

    private func queueBare() {
        for step in steps {
            guard case .queue(let queue)? = step.verb, !queue.position || queue.offer == nil else { continue }
            let lacks = queue.position ? "no callback is offered" : "the place is not told"
            warn(.queueBare, at: step.position, "waiting feels half as long with a place and an offer; here \(lacks)")
        }
    }

    private func vipLate() {
        for list in document.callers {
            guard let go = list.go, let step = document.step(at: go) else { continue }
            var seen: Set<ObjectIdentifier> = []
            guard firstMenu(of: step, seen: &seen) else { continue }
            warn(
                .vipLate, at: context.keyPositions["callers.\(list.id)"] ?? step.position,
                "callers of \"\(list.id)\" are led to a menu; ring somebody first")
        }
    }

    /// Whether a menu comes before anybody is rung.
    private func firstMenu(of step: Step, seen: inout Set<ObjectIdentifier>) -> Bool {
        guard seen.count < Self.longestWay, seen.insert(ObjectIdentifier(step)).inserted else { return false }
        switch step.verb {
        case .menu: return true
        case .sequence(let steps):
            let first = steps.first { candidate in
                candidate.isHandOver || firstMenu(of: candidate, seen: &seen)
            }
            return first.map { !$0.isHandOver } ?? false
        case .go(let destination): return document.step(at: destination).map { firstMenu(of: $0, seen: &seen) } ?? false
        default: return false
        }
    }

    /// Whether a step does nothing but end the call.
    func isBareHangup(_ step: Step, seen: Set<ObjectIdentifier> = []) -> Bool {
        if step.say != nil || step.when != nil || seen.contains(ObjectIdentifier(step)) { return false }
        if seen.count == Self.longestWay { return false }
        let seen = seen.union([ObjectIdentifier(step)])
        switch step.verb {
        case .go(.hangup): return true
        case .go(let destination): return document.step(at: destination).map { isBareHangup($0, seen: seen) } ?? false
        case .sequence(let steps): return steps.first.map { isBareHangup($0, seen: seen) } ?? false
        default: return false
        }
    }
}

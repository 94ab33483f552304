import MenuFile

/// What comes after the present step, as far as a 0 pressed in a text is concerned (§4.2, "0 by place").
extension CallWalk {
    /// Whether the next step that would take keys is a collect: then a 0 may be its first digit.
    ///
    /// Looked for in order, without asking any `when`: in the step's own verb, in `then`, and in the lists around it.
    func collectFollows(_ step: Step) -> Bool {
        var seen: Set<ObjectIdentifier> = []
        if let found = takesZero(after: step, &seen) { return found }
        for list in ahead.reversed() {
            if let found = list.firstResult({ takesZero($0, &seen) }) { return found }
        }
        return false
    }

    /// Nobody hears a 0 that long ahead, and the stack has an end.
    private static let farthest = 300

    /// Whether a step's keys are those of a collect; nil: it takes none, and the list goes on.
    private func takesZero(_ step: Step, _ seen: inout Set<ObjectIdentifier>) -> Bool? {
        // A step that is come to again waits for nobody.
        guard seen.count < Self.farthest, seen.insert(ObjectIdentifier(step)).inserted else { return false }
        if case .collect = step.verb { return true }
        return takesZero(after: step, &seen)
    }

    /// The same for what follows the step's own text.
    private func takesZero(after step: Step, _ seen: inout Set<ObjectIdentifier>) -> Bool? {
        let inVerb: Bool?
        switch step.verb {
        case nil, .set, .request, .gosub, .language(.to): inVerb = nil
        case .sequence(let list): inVerb = list.firstResult { takesZero($0, &seen) }
        case .go(let destination): inVerb = namedStep(destination).map { takesZero($0, &seen) ?? false } ?? false
        default: inVerb = false
        }
        return inVerb ?? step.then.flatMap { takesZero($0, &seen) }
    }

    /// The step that a destination names; nil for those that are no steps.
    func namedStep(_ destination: Destination) -> Step? {
        switch destination {
        case .step(let name): document.steps[name]
        case .start: document.start
        case .closed: document.closed
        case .operator: document.operatorStep
        case .back, .again, .hangup: nil
        }
    }
}

extension Sequence {
    /// The first result that is one.
    fileprivate func firstResult<Result>(_ result: (Element) -> Result?) -> Result? {
        for element in self {
            if let found = result(element) { return found }
        }
        return nil
    }
}

/// The jumps that a step can make before anything waits for the caller.
struct Jumps {
    /// The names of the steps jumped to, each once.
    private(set) var targets: [String] = []

    init(of step: Step) { _ = visit(step) }

    /// Returns whether the list can go on after the step without having waited.
    private mutating func visit(_ step: Step) -> Bool {
        var goesOn = false
        var canFail = step.when != nil
        switch step.verb {
        case .menu, .collect, .ring, .queue: return false
        case .dialplan: break
        case .go(let destination): add(destination)
        case .sequence(let steps):
            if steps.allSatisfy({ visit($0) }) {
                goesOn = follow(step.then)
                canFail = true
            }
        case .callback, .voicemail:
            if let then = step.then { _ = visit(then) }
            canFail = true
        case .request, .gosub:
            goesOn = follow(step.then)
            canFail = true
        case .set, .language, nil: goesOn = follow(step.then)
        }
        if canFail, follow(step.otherwise) { goesOn = true }
        return goesOn
    }

    private mutating func follow(_ step: Step?) -> Bool { step.map { visit($0) } ?? true }

    private mutating func add(_ destination: Destination) {
        let name: String? =
            switch destination {
            case .step(let name): name
            case .start: "start"
            case .closed: "closed"
            case .operator: "operator"
            case .back, .again, .hangup: nil
            }
        if let name, !targets.contains(name) { targets.append(name) }
    }
}

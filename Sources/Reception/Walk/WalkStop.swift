import MenuFile

/// Why a walk leaves the step it is in, other than by the step's own outcome.
enum WalkStop: Error, Equatable {
    /// The caller has hung up.
    case hungUp
    /// The connection to Asterisk is gone.
    case lost
    /// The call is over, or kept by somebody else.
    case ended(CallOutcome)
    /// The walk goes on elsewhere.
    case jump(Jump)
}

/// Where a walk goes on.
enum Jump: Equatable {
    /// A step of `steps`, under the same menu.
    case step(String)
    /// `start`, all menus forgotten.
    case start
    /// `closed`, all menus forgotten.
    case closed
    /// The operator, all menus forgotten.
    case `operator`
    /// `unanswered`, all menus forgotten.
    case unanswered
    /// The menu above.
    case back
    /// This menu, and it counts as a return.
    case again
    /// Goodbye, and the call ends.
    case goodbye

    /// As rows have it: "operator", "the step fitters".
    var name: String {
        if case .step(let name) = self { "the step \(name)" } else { "\(self)" }
    }

    init?(_ destination: Destination) {
        switch destination {
        case .step(let name): self = .step(name)
        case .start: self = .start
        case .closed: self = .closed
        case .operator: self = .operator
        case .back: self = .back
        case .again: self = .again
        case .hangup: return nil
        }
    }
}

/// What came of a step, as the list around it sees it.
enum StepOutcome: Equatable {
    /// It did what it does.
    case done
    /// It did not.
    case notDone
    /// A ring or queue that nobody took, with nothing written for that case.
    case untaken
    /// Its `when` did not hold and it has no `otherwise`.
    case skipped
}

/// What came of a verb, before `then` and `otherwise`.
enum VerbOutcome: Equatable {
    /// Done; the list goes on.
    case done
    /// Not done; `otherwise`, then the list goes on.
    case notDone
    /// Nobody took the call; `otherwise`, else the list goes on.
    case untaken
    /// The call was kept: `then`, and it ends.
    case kept(CallOutcome)
    /// What came of a list inside the step.
    case list(StepOutcome)
    /// Everything was seen to already, `otherwise` included.
    case settled(StepOutcome)
}

import MenuFile

/// What happens after a ring that nobody took, in a file that does not say (§3.1): a phrase, and a callback on the first
/// list in `callbacks`, else the first that any step names, else "missed".
extension CallWalk {
    func defaultUnanswered() async throws(WalkStop) -> StepOutcome {
        try countStep()
        let entry = steps.enter("unanswered", services)
        do throws(WalkStop) {
            try await speak(builder.phrase(.unanswered), interruptible: true)
            try heedZero()
            let outcome = try await callback(CallbackVerb(list: unansweredTarget), wasOffered: true)
            steps.leave(entry, outcome.word, services)
            if case .kept(let kept) = outcome { throw WalkStop.ended(kept) }
            return .notDone
        } catch {
            steps.leave(entry, error.word, services)
            throw error
        }
    }

    /// The list that `unanswered` uses, for requests and for the rows of missed calls.
    var unansweredTarget: CallbackTarget {
        if let step = document.unanswered, let target = step.firstCallback { return target }
        if let list = document.callbackLists.first { return .list(list.id) }
        let entries = [document.start, document.closed, document.operatorStep].compactMap { $0 }
        let all = (entries + document.steps.values).sorted { $0.position < $1.position }
        return all.lazy.compactMap(\.firstCallback).first ?? .list("missed")
    }

    /// Its name.
    var unansweredList: String { unansweredTarget.listName }
}

extension Step {
    /// The first callback list that this step or a step written inside it names.
    var firstCallback: CallbackTarget? {
        let inside: CallbackTarget? =
            switch verb {
            case .callback(let callback): callback.list
            case .menu(let menu): menu.choices.lazy.compactMap(\.step.firstCallback).first
            case .sequence(let list): list.lazy.compactMap(\.firstCallback).first
            case .queue(let queue): queue.offer?.callback
            default: nil
            }
        return inside ?? then?.firstCallback ?? otherwise?.firstCallback
    }
}

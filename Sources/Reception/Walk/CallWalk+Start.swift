import Foundation
import Logging
import MenuFile

/// §4.1: the order at the start of a call.
extension CallWalk {
    /// Silence after the answer, so that the first syllable is heard; keys pressed in it are kept.
    static let answerPause = Duration.milliseconds(300)

    func begin() {
        steps.begin(services)
        language = firstLanguage()
        earlierToday = callsToday()
        services.ledger.callStarted(
            CallStart(
                facts: facts, number: caller?.e164, at: services.clock.now, menu: document.fileName, version: version,
                language: language))
        noteBeginning()
        logger.debug("call started")
    }

    /// Before the answer: the list that the caller is on, and the variables. A list that hangs up does so here, which
    /// costs the caller nothing.
    func meetCaller() async throws(WalkStop) {
        listed = firstList()
        if case .hangup = listed?.list.go {
            label = listed.map { label(of: $0.list) }
            steps.note("on the list \(listed?.list.id ?? "")", services)
            throw .ended(.goodbye)
        }
        try await importVariables()
        label = listed.map { label(of: $0.list) }
    }

    /// Earlier calls of the number on this local day; this one is not noted yet. None when it is withheld.
    private func callsToday() -> Int {
        guard let number = caller?.e164 else { return 0 }
        let midnight = LocalDateTime(date: today, second: 0).instant(in: timeZone)
        return services.ledger.earlierCalls(of: number, since: midnight)
    }

    func answer() async throws(WalkStop) {
        if document.answer {
            try await command { phone throws(PhoneError) in try await phone.answer() }
        } else {
            try await command { phone throws(PhoneError) in try await phone.progress() }
        }
        answeredAt = services.clock.uptime
        try await listen(for: Self.answerPause)
    }

    /// The step that the call begins with: where the caller's list goes, else the one that the URL names, else `closed`
    /// or `start`.
    func entry() -> Step {
        if let listed, let go = listed.list.go, let step = namedStep(go) {
            steps.mark(.decision, "to \(step.path): on the list \(listed.list.id)", services)
            return entered(step)
        }
        if let name = facts.arguments["step"] {
            if let step = namedStep(entry: name) {
                steps.mark(.decision, "to \(step.path): asked for by the URL", services)
                return entered(step)
            }
            logger.warning("no such step", metadata: ["step": "\(LogText(name))"])
        }
        let state = hours(nil)
        if let closed = document.closed, let state, !state.isOpen {
            steps.mark(.decision, "to closed: \(state.why)", services)
            return closed
        }
        steps.mark(.decision, "to start" + (state.map { ": \($0.why)" } ?? ""), services)
        return document.start
    }

    private func entered(_ step: Step) -> Step {
        if step === document.operatorStep {
            mode = .operator
            label = staffPack.operatorLabel
        }
        return step
    }

    /// A step by the name that URLs and notices have for it.
    func namedStep(entry name: String) -> Step? {
        switch name {
        case "start": document.start
        case "closed": document.closed
        case "operator": document.operatorStep
        default: document.steps[name]
        }
    }

    /// `?language=`, else the channel's language where the file has it, else the file's first.
    private func firstLanguage() -> String {
        let tags = [facts.arguments["language"], facts.language].compactMap { $0 }
        for tag in tags {
            if let found = document.languages.first(where: { Self.sameLanguage($0, tag) }) { return found }
        }
        return document.languages.first ?? "en"
    }

    /// Languages are compared by the part before _ or - (menu-format, part 10).
    private static func sameLanguage(_ one: String, _ other: String) -> Bool {
        func root(_ tag: String) -> Substring { tag.prefix { $0 != "_" && $0 != "-" } }
        return root(one).lowercased() == root(other).lowercased()
    }
}

import Foundation
import Logging
import MenuFile

/// §4.1: the order at the start of a call.
extension CallWalk {
    /// Silence after the answer, so that the first syllable is heard; keys pressed in it are kept.
    static let answerPause = Duration.milliseconds(300)

    func begin() {
        language = firstLanguage()
        services.ledger.callStarted(
            CallStart(
                facts: facts, number: caller?.e164, at: services.clock.now, menu: document.fileName, version: version,
                language: language))
        logger.debug("call started")
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

    /// The step that an ordinary call begins with: the one that the URL names, `closed`, or `start`.
    func entry() -> Step {
        if let name = facts.arguments["step"] {
            if let step = entry(named: name) { return step }
            logger.warning("no such step", metadata: ["step": "\(LogText(name))"])
        }
        if let closed = document.closed, !isOpen(schedule: nil) { return closed }
        return document.start
    }

    private func entry(named name: String) -> Step? {
        switch name {
        case "start": return document.start
        case "closed": return document.closed
        case "operator":
            mode = .operator
            label = staffPack.operatorLabel
            return document.operatorStep
        default: return document.steps[name]
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

import Logging
import MenuFile

/// The end of a call: what the dialplan is told, and what a hang-up leaves behind (§4.3).
extension CallWalk {
    func finish(_ stop: WalkStop) async -> CallOutcome {
        let outcome = self.outcome(of: stop)
        for typed in buffer.all { noteKey(typed, isDropped: true) }
        let leaves = leftBehind(stop)
        if let leaves { steps.mark(.callback, "left behind: \(leaves.inWords)", services, leaves.details) }
        steps.mark(.ended, reason(stop), services, .with { $0.result = outcome.rawValue })
        services.ledger.callEnded(
            CallEnd(
                call: facts.id, at: services.clock.now, language: language, label: labelText, path: path,
                outcome: outcome, reason: reason(stop), toPerson: toPerson, leaves: leaves))
        logger.debug("call ended", metadata: ["outcome": "\(outcome.rawValue)"])
        await tellDialplan(outcome, stop)
        return outcome
    }

    private func tellDialplan(_ outcome: CallOutcome, _ stop: WalkStop) async {
        guard stop != .lost else { return }
        let values = [
            ("ATTENDANT_STATUS", outcome.rawValue), ("ATTENDANT_LABEL", labelText), ("ATTENDANT_PATH", path),
        ]
        for (name, value) in values {
            await last { phone throws(PhoneError) in try await phone.setVariable(name, value) }
        }
        guard outcome != .failed, outcome != .handedOver, stop != .hungUp else { return }
        await last { phone throws(PhoneError) in try await phone.hangUp() }
    }

    /// One of the last commands: a refused one keeps none of the others, and a channel that is gone needs none.
    private func last(_ command: (any Phone) async throws(PhoneError) -> Void) async {
        do throws(PhoneError) {
            try await command(phone)
        } catch {
            logger.debug("not told", metadata: ["why": "\(error)"])
        }
    }

    private func outcome(of stop: WalkStop) -> CallOutcome {
        if let achieved = guards.achieved, stop != .ended(.failed) { return achieved }
        switch stop {
        case .hungUp: return .hangup
        case .lost, .jump: return .failed
        case .ended(let outcome): return outcome
        }
    }

    private func reason(_ stop: WalkStop) -> String {
        switch stop {
        case .hungUp: "hang-up in \(steps.last)"
        case .lost: "connection lost in \(steps.last)"
        case .ended(let outcome): outcome.rawValue
        case .jump(let jump): "stray jump to \(jump)"
        }
    }

    private var toPerson: Duration? {
        guard let takenAt, let answeredAt else { return nil }
        return takenAt - answeredAt
    }

    /// The row that follows from a hang-up; nil: none does.
    private func leftBehind(_ stop: WalkStop) -> CallbackRequest? {
        guard stop == .hungUp || stop == .lost else { return nil }
        switch phase {
        case .other, .typing: return nil
        case .chosen(let draft):
            return request(draft, .list(draft.list), isConfirmed: false, status: .unconfirmed)
        case .ringing, .offered:
            guard !isInside else { return nil }
            let target = unansweredTarget
            let draft = CallbackDraft(
                list: target.listName, reason: nil, number: caller, asGiven: facts.isWithheld ? nil : facts.number,
                source: .network)
            return request(draft, target, isConfirmed: false, status: .missed)
        }
    }

    /// A caller from inside the house: at most six digits without +. No missed call is noted for such (part 10).
    private var isInside: Bool {
        guard let number = facts.number, !facts.isWithheld else { return false }
        return DialNumber(number)?.isInside ?? false
    }
}

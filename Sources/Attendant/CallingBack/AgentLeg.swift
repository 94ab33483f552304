import FastAGI
import MenuFile
import Reception
import Records

/// One answered telephone of the callback desk, from its first word to the recorded outcome.
struct AgentLeg: Sendable {
    let desk: AgentDesk
    let phone: AGIPhone
    let document: MenuDocument
    let claim: CallbackClaim
    let agent: String

    func run() async {
        let task = AgentTask(claim.row, numbers: desk.numberBook(), country: desk.country(document))
        let script = desk.script(task, document)
        let answer: AgentAnswer
        do throws(PhoneError) {
            try await phone.answer()
            answer = try await script.ask(phone)
        } catch {
            // Hung up, or gone: nobody was called.
            answer = .nothing
        }
        switch answer {
        case .call: await callNow(script)
        case .later: await desk.record(.later, claim, agent: agent, call: phone.facts.id)
        case .settled: await desk.record(.settled, claim, agent: agent, call: phone.facts.id)
        case .nothing: await desk.record(.notCalled, claim, agent: agent, call: phone.facts.id)
        }
    }

    private func callNow(_ script: AgentScript) async {
        let outcome = await desk.holding(claim) { await dialled() }
        await desk.record(outcome, claim, agent: agent, call: phone.facts.id)
        switch outcome {
        case .busy, .noAnswer, .failed, .invalid: try? await script.sayUnreached(phone)
        case .talked, .settled, .later, .notCalled: break
        }
    }

    private func dialled() async -> CallbackOutcome {
        guard var request = desk.dial(claim.row, document) else { return .invalid }
        do throws(PhoneError) {
            if let number = desk.shownNumber(claim.row, document) {
                try await phone.setVariable("CALLERID(num)", number)
            }
            try await phone.showName(document.plainName)
            if try await phone.canTellAnswer() {
                request.answeredScript = AgentScriptURL.answered(phone.session.environment.request)
            }
            return await outcome(of: try await phone.dial(request))
        } catch {
            // The agent hung up while it rang, or Asterisk is gone: nobody talked.
            return .notCalled
        }
    }

    private func outcome(of dialled: DialOutcome) async -> CallbackOutcome {
        switch dialled {
        case .talked(let time, _): .talked(seconds: await talk(time))
        case .busy: .busy
        case .noAnswer: .noAnswer
        case .congestion, .unavailable, .failed: await isUnknownNumber() ? .invalid : .failed
        }
    }

    /// Since the caller's answer, where the dialplan tells it. Else ANSWEREDTIME counts from the answer of this telephone,
    /// the length of the dialling from the first ring of the other: the talk is no longer than either.
    private func talk(_ dialling: Duration) async -> Double {
        if let known = desk.talked(claim) { return known / .seconds(1) }
        let parts = dialling.components
        let whole = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        let answered = try? await phone.variable("ANSWEREDTIME")
        return min(whole, answered.flatMap { $0 }.flatMap { Double($0) }.flatMap { $0 > 0 ? $0 : nil } ?? whole)
    }

    /// Q.850: 1 unallocated, 22 changed, 28 no valid format. Only these say that trying again is of no use.
    private func isUnknownNumber() async -> Bool {
        guard let cause = try? await phone.variable("HANGUPCAUSE") else { return false }
        return ["1", "22", "28"].contains(cause)
    }
}

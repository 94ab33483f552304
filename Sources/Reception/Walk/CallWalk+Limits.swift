import Logging
import MenuFile

/// The guards: each ends at the operator once, then with goodbye (§4.4).
extension CallWalk {
    func countStep() throws(WalkStop) {
        guards.steps += 1
        if guards.steps > document.limits.steps { try limitReached("steps") }
        try checkTime()
    }

    func checkTime() throws(WalkStop) {
        guard let since = guards.since ?? answeredAt else { return }
        if services.clock.uptime - since - guards.talked > document.limits.call { try limitReached("call") }
    }

    func countMistake() throws(WalkStop) {
        guards.mistakes += 1
        if guards.mistakes >= document.limits.mistakes { try limitReached("mistakes") }
    }

    func countReturn() throws(WalkStop) {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].returns += 1
        if frames[frames.count - 1].returns > document.limits.returns { try limitReached("returns") }
    }

    func countReturnAtTop() throws(WalkStop) {
        guards.topReturns += 1
        if guards.topReturns > document.limits.returns { try limitReached("returns") }
    }

    /// A limit of the call: to the operator with a fresh allowance; the second time the call ends.
    func limitReached(_ limit: String) throws(WalkStop) -> Never {
        logger.notice("limit reached", metadata: ["limit": "\(limit)"])
        steps.note("limit \(limit) reached", services)
        guard !guards.limitReached else { throw .jump(.goodbye) }
        guards.limitReached = true
        guards.steps = 0
        guards.mistakes = 0
        guards.topReturns = 0
        guards.talked = .zero
        guards.since = services.clock.uptime
        throw .jump(.operator)
    }

    /// A fault of Asterisk's or ours: the first costs a step, the second leads to the operator, the third gives the call
    /// back to the dialplan (§4.4).
    func fault(_ what: String) throws(WalkStop) {
        guards.faults += 1
        logger.error("step failed", metadata: ["why": "\(LogText(what))", "step": "\(steps.present)"])
        steps.note("failed: \(LogText(what))", services, .fault)
        if guards.faults == 2 { throw .jump(.operator) }
        if guards.faults > 2 { throw .ended(.failed) }
    }

    /// Runs one command on the telephone.
    ///
    /// - Parameter otherwise: what is done instead when Asterisk refuses it; without it that is noted as a fault.
    /// - Returns: its result; nil when Asterisk refused it.
    func command<Value>(
        _ body: (any Phone) async throws(PhoneError) -> Value,
        otherwise: ((String) async throws(WalkStop) -> Value?)? = nil
    ) async throws(WalkStop) -> Value? {
        do throws(PhoneError) {
            return try await body(phone)
        } catch {
            switch error {
            case .hungUp: throw WalkStop.hungUp
            case .lost, .overdue: throw WalkStop.lost
            case .refused(let what):
                if let otherwise { return try await otherwise(what) }
                try fault(what)
                return nil
            }
        }
    }
}

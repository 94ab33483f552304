import Foundation
import Reception
import Records

/// Rings those who call back, one after another, for a request that was claimed.
///
/// That somebody has answered is seen in the records, where our script moves the end of the claim: the script may run
/// in another process than this.
struct AgentRinger: Sendable {
    let records: Records
    let starter: any CallStarter
    let clock: any Clock<Duration>
    let now: @Sendable () -> Date
    /// "HOST:PORT" at which Asterisk reaches the server.
    let address: String

    /// How long a telephone rings.
    static let ringing = Duration.seconds(25)
    /// So much longer Asterisk may take before a call is given up.
    static let grace = 20
    /// A claim lasts at least so long while a telephone rings; when our script begins it makes it longer.
    static let lease = Duration.seconds(90)
    /// A call that is gone in so many looks, a second apart, was not answered.
    static let looks = 3

    /// What came of it.
    enum Result: Sendable, Equatable {
        /// Somebody answered; our script does the rest.
        case answered(String)
        /// Nobody did, and that is recorded.
        case unanswered
        /// Asterisk could not be asked, with the reason in one line; recorded, too.
        case failed(String)
        /// The request is not ours any more.
        case lost
    }

    /// Rings until somebody answers.
    ///
    /// - Parameters:
    ///   - lines: the telephones.
    ///   - name: what they show beside the caller's number.
    func ring(_ claim: CallbackClaim, _ lines: [AgentLine], shows name: String) async -> Result {
        do {
            for line in lines where !Task.isCancelled {
                guard let claim = try await renewed(claim) else { return .lost }
                let started = try await starter.start(call(claim, line, name))
                switch await watch(started, claim) {
                case .answered: return .answered(line.name)
                case .untaken: continue
                case .stuck:
                    try await records.record(.notCalled, attempt: claim.attempt, now: now())
                    return .failed("Asterisk did not take the call file in time")
                }
            }
            try await records.record(.notCalled, attempt: claim.attempt, now: now())
            return .unanswered
        } catch {
            // What cannot be recorded now is due again when its claim ends.
            _ = try? await records.record(.notCalled, attempt: claim.attempt, now: now())
            return .failed("\(error)")
        }
    }

    private func call(_ claim: CallbackClaim, _ line: AgentLine, _ name: String) -> AgentCall {
        let url = AgentScriptURL(
            attempt: claim.attempt, token: claim.token, agent: line.name, menu: claim.row.menu)
        return AgentCall(
            channel: line.dial, wait: Self.ringing, name: name, number: claim.row.number ?? "",
            script: url.text(address: address))
    }

    /// The claim with a fresh end, from which the script's is told apart.
    private func renewed(_ claim: CallbackClaim) async throws -> CallbackClaim? {
        guard try await records.prolong(attempt: claim.attempt, now: now(), lease: Self.lease) else { return nil }
        return try await records.claim(attempt: claim.attempt, token: claim.token, now: now())
    }

    private enum Look { case answered, untaken, stuck }

    private func watch(_ started: any StartedCall, _ claim: CallbackClaim) async -> Look {
        var gone = 0
        for _ in 0..<(Int(Self.ringing.components.seconds) + Self.grace) {
            if await isAnswered(claim) { return .answered }
            gone = await started.isUnderWay() ? 0 : gone + 1
            if gone >= Self.looks { return .untaken }
            guard (try? await clock.sleep(for: .seconds(1))) != nil else { break }
        }
        await started.withdraw()
        return await isAnswered(claim) ? .answered : .stuck
    }

    /// Whether our script has begun, or has settled the request already. Records that cannot be asked tell nothing.
    private func isAnswered(_ claim: CallbackClaim) async -> Bool {
        do {
            let held = try await records.claim(attempt: claim.attempt, token: claim.token, now: now())
            return held.map { $0.until > claim.until } ?? true
        } catch {
            return false
        }
    }
}

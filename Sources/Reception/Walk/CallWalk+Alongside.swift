import MenuFile
import Synchronization

/// Slow work of ours beside something that the caller hears (DESIGN rule 1).
extension CallWalk {
    /// Runs `work` and, from the moment it waits for the first time, `meanwhile` on the line. Returns when both are over.
    ///
    /// - Parameters:
    ///   - work: what is slow; it begins at once and in order, so that a rehearsal goes the same way each time.
    ///   - isGivenUp: work for a caller who has gone is cancelled, not finished.
    ///   - meanwhile: what the line does, until the flag is raised at the latest; why it stopped before, if it did.
    /// - Returns: what came of the work, and the stop.
    func alongside<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Value, isGivenUp: Bool = false,
        _ meanwhile: (WorkFlag) async -> WalkStop?
    ) async -> (Value?, WalkStop?) {
        let flag = WorkFlag()
        return await withTaskGroup(of: Value.self) { group in
            group.addImmediateTask { await flag.raise(after: work) }
            let stop = await meanwhile(flag)
            if isGivenUp, stop?.isGone == true { group.cancelAll() }
            return (await group.next(), stop)
        }
    }

    /// Listens until the flag is raised or the line stops; keys are kept.
    func listen(until flag: WorkFlag) async throws(WalkStop) {
        while !flag.isRaised { try await listenOnce() }
    }

    /// Listens for one moment; a key is kept.
    func listenOnce() async throws(WalkStop) {
        let heard = try await command { phone throws(PhoneError) in try await phone.listenBriefly() }
        if case .some(.some(let key)) = heard { try take(key) }
    }
}

/// Raised by the work, looked at by the walk that listens.
final class WorkFlag: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .acquiring) }

    func raise<Value: Sendable>(after work: @Sendable () async -> Value) async -> Value {
        let value = await work()
        raised.store(true, ordering: .releasing)
        return value
    }
}

extension WalkStop {
    /// Whether the caller has gone, or nobody can tell.
    var isGone: Bool { self == .hungUp || self == .lost }
}

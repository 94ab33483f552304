public import Foundation
internal import GRDB

/// The callback desk: what whoever calls people back needs. Each call is one transaction that begins with
/// `BEGIN IMMEDIATE`, and is on disk when it returns; two servers on one file never hold the same request.
///
/// A request that is claimed must be settled by `record`. When nobody does before the claim ends, because the server was
/// killed, it is due again at the next `claimDue` of any server (a request that was already `connected` is `done` then).
extension Records {
    /// Signals that there may be something new to call: a request was made or refreshed by this process. Several become
    /// one. For one listener; ends with `close`. What commands write is only seen by looking, so look now and then.
    public var deskSignals: AsyncStream<Void> { deskChanges.signals }

    /// Takes requests that may be called now: `due` becomes `dialing`, and an attempt begins. Expires what nobody called
    /// in time, makes due what has become so, and takes back what a dead server held, in the same transaction.
    ///
    /// Those come first whose priority is higher, then whose promise ends sooner, then who asked earlier. A request with
    /// an owner is left to the owner.
    ///
    /// - Parameters:
    ///   - now: the calendar's time.
    ///   - server: who claims, such as the host's name and the process.
    ///   - lists: the lists that may be called at this moment. None: only time does its work.
    ///   - lease: longer than it takes to ring the agent and the caller.
    ///   - atMost: so many in all.
    /// - Throws: `RecordsError.refused`: nothing was claimed.
    public func claimDue(
        now: Date, by server: String, lists: [DueList], lease: Duration = .seconds(300), atMost: Int = .max
    ) async throws(RecordsError) -> [CallbackClaim] {
        try await desk(now) { try $0.claimDue(lists, by: server, lease: lease, atMost: atMost) }
    }

    /// Takes one request whatever its list's hours and caps are, for somebody who asked for it by name: also one that is
    /// not due yet, was missed, or has an owner.
    ///
    /// - Throws: `RecordsError`: `noRow`; `notNow` when it has ended, is being called, or has no number; `refused`.
    public func claim(
        _ id: Int64, now: Date, by server: String, lease: Duration = .seconds(300)
    ) async throws(RecordsError) -> CallbackClaim {
        try await desk(now) { rows in
            try rows.callNow(id)
            guard let claim = try rows.claim(id, by: server, lease: lease) else {
                throw RecordsError.notNow("callback \(id) cannot be called now")
            }
            return claim
        }
    }

    /// The claim that an attempt still holds; nil for a wrong token, an unknown attempt, and when the claim has ended.
    ///
    /// - Throws: `RecordsError.refused`.
    public func claim(attempt: Int64, token: String, now: Date) async throws(RecordsError) -> CallbackClaim? {
        try await look(now) { try $0.claim(attempt: attempt, token: token) }
    }

    /// Whether this is the token that an attempt was begun with, whether or not it still holds its request; false for an
    /// unknown attempt. It takes as long for any two tokens of one length.
    ///
    /// - Throws: `RecordsError.refused`.
    public func isToken(_ token: String, of attempt: Int64, now: Date) async throws(RecordsError) -> Bool {
        try await look(now) { try $0.isToken(token, of: attempt) }
    }

    /// Reads without the writer's queue.
    private func look<Value: Sendable>(
        _ now: Date, _ body: @escaping @Sendable (DeskRows) throws -> Value
    ) async throws(RecordsError) -> Value {
        try await RecordsReader.translatedAsync {
            try await withCheckedThrowingContinuation { waiter in
                self.pool.asyncRead { opened in
                    waiter.resume(with: Result { try body(DeskRows(opened.get(), now: now)) })
                }
            }
        }
    }

    /// Moves the end of a claim, while somebody is still at it.
    ///
    /// - Returns: false when the attempt does not hold its request any more: do not call then.
    /// - Throws: `RecordsError.refused`.
    public func prolong(
        attempt: Int64, now: Date, lease: Duration = .seconds(300)
    ) async throws(RecordsError) -> Bool {
        try await desk(now) { try $0.prolong(attempt, lease: lease) }
    }

    /// Notes that the caller was reached and both talk: `dialing` becomes `connected`. Not needed before
    /// `record(.talked)`, but then the desk shows it while they talk.
    ///
    /// - Parameter lease: longer than people talk; when it ends without `record`, the request is done.
    /// - Returns: false when the attempt does not hold its request any more.
    /// - Throws: `RecordsError.refused`.
    public func connected(
        attempt: Int64, agent: String? = nil, now: Date, lease: Duration = .seconds(4 * 3600)
    ) async throws(RecordsError) -> Bool {
        try await desk(now) { try $0.connected(attempt, agent: agent, lease: lease) }
    }

    /// Notes what came of an attempt. The request ends, or is due again at a time that depends on the cause
    /// (`CallbackOutcome`) and on `attempts` and `every` of its list as they were when it was asked for.
    ///
    /// - Parameter agent: who called.
    /// - Returns: where the request stands now. Saying an outcome twice, or after the claim has ended, is no error: see
    ///   `CallbackProgress.wasHeld`.
    /// - Throws: `RecordsError`: `noRow` when there is no such attempt; `refused`: it can be said again.
    @discardableResult
    public func record(
        _ outcome: CallbackOutcome, attempt: Int64, agent: String? = nil, now: Date
    ) async throws(RecordsError) -> CallbackProgress {
        let progress = try await desk(now) { try $0.record(outcome, of: attempt, agent: agent) }
        // The list has room again.
        deskChanges.signal()
        return progress
    }

    /// When time will next do something: a request becomes due or may be tried again, or a claim ends. In the past while
    /// something is due that was not claimed, because its list is closed or full. Nil: nothing waits.
    ///
    /// - Throws: `RecordsError.refused`.
    public func nextDeskMoment() async throws(RecordsError) -> Date? {
        let text = try await RecordsReader.translatedAsync {
            try await self.pool.read { db in
                try String.fetchOne(
                    db,
                    sql: """
                        SELECT min(at) FROM (
                        SELECT min(coalesce(next_attempt_at, created_at)) AS at FROM callbacks
                        WHERE status IN ('new', 'due') AND owner IS NULL
                        UNION ALL SELECT min(claim_until) FROM callbacks WHERE status IN ('dialing', 'connected'))
                        """)
            }
        }
        return text.flatMap { Timestamp.date($0) }
    }

    /// Writes whether the task is cancelled or not, as GRDB's own `write` would not: what came of a call is not lost
    /// because the server stops, or the caller would be rung a second time.
    private func desk<Value: Sendable>(
        _ now: Date, _ body: @escaping @Sendable (DeskRows) throws -> Value
    ) async throws(RecordsError) -> Value {
        try await RecordsReader.translatedAsync {
            try await withCheckedThrowingContinuation { waiter in
                self.pool.asyncWrite({ try body(DeskRows($0, now: now)) }, completion: { waiter.resume(with: $1) })
            }
        }
    }
}

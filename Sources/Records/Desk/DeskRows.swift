internal import Foundation
internal import GRDB

/// Moves requests through their life, inside one write transaction: the same for the server and for commands.
///
/// `new` → `due` → `dialing` → `connected` → `done`, or `busy`, `no-answer`, `failed`, `invalid`, `cancelled`, `expired`.
/// GRDB begins write transactions with `BEGIN IMMEDIATE`, so that of two servers on one file one waits for the other.
struct DeskRows {
    let db: Database
    let now: Date
    /// `now` as rows have it.
    let at: String

    init(_ db: Database, now: Date) {
        self.db = db
        self.now = now
        at = Timestamp.text(now)
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// A request. Throws `noRow`.
    func row(_ id: Int64) throws -> CallbackRow {
        guard let row = try CallbackRow.fetch(db, where: "callbacks.id = ?", arguments: [id]).first else {
            throw RecordsError.noRow(table: "callbacks", id: "\(id)")
        }
        return row
    }

    /// What time alone does: claims whose server is gone come back, what nobody called in time expires, and what may be
    /// called becomes due.
    func advance() throws {
        try releaseLost()
        try run(
            """
            UPDATE callbacks SET status = 'expired', closed_at = ?1, updated_at = ?1
            WHERE status IN \(CallbackStatus.openList) AND status IN \(CallbackStatus.restingList) AND expires_at <= ?1
            """, [at])
        try run(
            """
            UPDATE callbacks SET status = 'due' WHERE status = 'new' AND status IN ('new', 'due')
            AND (next_attempt_at IS NULL OR next_attempt_at <= ?)
            """, [at])
    }

    /// A server that died while it dialled gives its rows back; who was already talking with the caller has settled it.
    private func releaseLost() throws {
        let isLost = "status IN ('dialing', 'connected') AND claim_until <= ?1"
        try run(
            """
            UPDATE callback_attempts SET ended_at = ?1, result = 'lost'
            WHERE id IN (SELECT claim FROM callbacks WHERE \(isLost))
            """, [at])
        try run(
            """
            UPDATE callbacks SET closed_at = iif(status = 'connected', ?1, NULL),
            status = iif(status = 'connected', 'done', 'due'), next_attempt_at = ?1, updated_at = ?1,
            claim = NULL, claimed_by = NULL, claim_until = NULL WHERE \(isLost)
            """, [at])
    }

    /// Ends a request that rests, or that the present attempt holds.
    func close(_ id: Int64, _ status: CallbackStatus, note: String? = nil) throws {
        try run(
            """
            UPDATE callbacks SET status = ?, closed_at = ?, updated_at = ?, claim = NULL, claimed_by = NULL,
            claim_until = NULL, note = coalesce(?, note) WHERE id = ?
            """, [status.rawValue, at, at, note, id])
    }
}

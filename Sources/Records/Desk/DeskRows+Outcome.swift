internal import Foundation
internal import GRDB

extension DeskRows {
    /// Notes that the caller was reached. False: the attempt does not hold its request any more.
    func connected(_ attempt: Int64, agent: String?, lease: Duration) throws -> Bool {
        try run(
            "UPDATE callback_attempts SET connected_at = coalesce(connected_at, ?), agent = coalesce(?, agent) WHERE id = ?",
            [at, agent, attempt])
        try run(
            """
            UPDATE callbacks SET status = 'connected', connected_at = coalesce(connected_at, ?), claim_until = ?
            WHERE claim = ? AND status IN ('dialing', 'connected')
            """, [at, Timestamp.text(now.addingTimeInterval(lease.seconds)), attempt])
        return db.changesCount > 0
    }

    /// Moves the end of a claim. False: the attempt does not hold its request any more.
    func prolong(_ attempt: Int64, lease: Duration) throws -> Bool {
        try run(
            "UPDATE callbacks SET claim_until = ? WHERE claim = ? AND status IN ('dialing', 'connected')",
            [Timestamp.text(now.addingTimeInterval(lease.seconds)), attempt])
        return db.changesCount > 0
    }

    /// Notes what came of an attempt, and moves its request on. Saying it twice changes nothing more.
    func record(_ outcome: CallbackOutcome, of attempt: Int64, agent: String?) throws -> CallbackProgress {
        guard
            let known = try Row.fetchOne(
                db, sql: "SELECT callback FROM callback_attempts WHERE id = ?", arguments: [attempt])
        else { throw RecordsError.noRow(table: "callback_attempts", id: "\(attempt)") }
        let id: Int64 = known[0]
        let isHeld =
            try Int64.fetchOne(db, sql: "SELECT claim FROM callbacks WHERE id = ?", arguments: [id]) == attempt
        try note(outcome, of: attempt, agent: agent)
        guard isHeld else { return try late(outcome, id) }
        return try follow(outcome, try row(id))
    }

    /// What was said first stands, except that the server's loss of an attempt is no outcome.
    private func note(_ outcome: CallbackOutcome, of attempt: Int64, agent: String?) throws {
        var seconds: Double?
        if case .talked(let length) = outcome { seconds = max(0, length) }
        try run(
            """
            UPDATE callback_attempts SET ended_at = ?, result = ?, seconds_talked = ?, agent = coalesce(?, agent)
            WHERE id = ? AND (ended_at IS NULL OR result = 'lost')
            """, [at, outcome.word, seconds, agent, attempt])
    }

    private func follow(_ outcome: CallbackOutcome, _ row: CallbackRow) throws -> CallbackProgress {
        if case .talked(let seconds) = outcome, row.connected == nil {
            let began = Timestamp.text(now.addingTimeInterval(-max(0, seconds)))
            try run("UPDATE callbacks SET connected_at = ? WHERE id = ?", [began, row.id])
        }
        let move = RetryMatrix.move(
            after: outcome, tries: row.tries, failures: try failures(row), allowed: row.attemptsAllowed,
            every: .seconds(row.everySeconds))
        switch move {
        case .ends(let status):
            try close(row.id, status)
            return CallbackProgress(status: status, nextAttempt: nil, wasHeld: true)
        case .again(let wait, let counts):
            return try again(outcome, row, at: now.addingTimeInterval(wait.seconds), counts: counts)
        }
    }

    /// The next attempt; when it would come too late, a try that counted is the end.
    private func again(
        _ outcome: CallbackOutcome, _ row: CallbackRow, at next: Date, counts: Bool
    ) throws -> CallbackProgress {
        if counts, let expires = row.expires, next >= expires, let end = CallbackStatus(rawValue: outcome.word) {
            try close(row.id, end)
            return CallbackProgress(status: end, nextAttempt: nil, wasHeld: true)
        }
        try run(
            """
            UPDATE callbacks SET status = 'due', next_attempt_at = ?, tries = tries - ?, updated_at = ?, claim = NULL,
            claimed_by = NULL, claim_until = NULL WHERE id = ?
            """, [Timestamp.text(next), counts ? 0 : 1, at, row.id])
        return CallbackProgress(status: .due, nextAttempt: next, wasHeld: true)
    }

    /// The attempt had lost its request before. Who talked has settled it all the same, unless another is calling it.
    private func late(_ outcome: CallbackOutcome, _ id: Int64) throws -> CallbackProgress {
        let row = try row(id)
        if case .talked = outcome, row.status.isOpen, !row.status.isUnderWay {
            try run(
                "UPDATE callbacks SET connected_at = coalesce(connected_at, ?) WHERE id = ?", [at, id])
            try close(id, .done)
            return CallbackProgress(status: .done, nextAttempt: nil, wasHeld: false)
        }
        return CallbackProgress(status: row.status, nextAttempt: nil, wasHeld: false)
    }

    /// Failures of the network among the tries of this round.
    private func failures(_ row: CallbackRow) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM (SELECT result FROM callback_attempts WHERE callback = ?
                AND result NOT IN ('later', 'not-called') ORDER BY id DESC LIMIT ?) WHERE result = 'failed'
                """, arguments: [row.id, row.tries]) ?? 0
    }
}

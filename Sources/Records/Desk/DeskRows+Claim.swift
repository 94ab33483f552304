internal import Foundation
internal import GRDB

extension DeskRows {
    /// Takes what may be called now: those whose promise ends first, within what each list may have under way.
    ///
    /// - Parameters:
    ///   - lists: the lists that are open.
    ///   - server: who claims.
    ///   - atMost: so many in all.
    func claimDue(
        _ lists: [DueList], by server: String, lease: Duration, atMost: Int
    ) throws -> [CallbackClaim] {
        try advance()
        var claims: [CallbackClaim] = []
        for list in lists {
            let room = min(list.atOnce - (try underWay(list)), atMost - claims.count)
            guard room > 0 else { continue }
            let ids = try Int64.fetchAll(
                try db.cachedStatement(sql: Self.dueSQL), arguments: [list.menu, list.list, at, room])
            claims += try ids.compactMap { try claim($0, by: server, lease: lease) }
        }
        return claims
    }

    /// Who has an owner is left to the owner; who has no number cannot be called.
    private static let dueSQL = """
        SELECT id FROM callbacks WHERE status = 'due' AND menu = ?1 AND list = ?2 AND owner IS NULL
        AND number IS NOT NULL AND (next_attempt_at IS NULL OR next_attempt_at <= ?3)
        ORDER BY priority DESC, due_at IS NULL, due_at, id LIMIT ?4
        """

    private func underWay(_ list: DueList) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM callbacks WHERE status IN ('dialing', 'connected') AND menu = ? AND list = ?
                """)
        return try Int.fetchOne(statement, arguments: [list.menu, list.list]) ?? 0
    }

    /// Takes one request; nil when it is no longer due.
    func claim(_ id: Int64, by server: String, lease: Duration) throws -> CallbackClaim? {
        let token = Self.freshToken()
        let until = now.addingTimeInterval(lease.seconds)
        let taken = try Int64.fetchOne(
            try db.cachedStatement(
                sql: """
                    UPDATE callbacks SET status = 'dialing', claimed_by = ?, claim_until = ?, tries = tries + 1,
                    next_attempt_at = NULL WHERE id = ? AND status = 'due' AND number IS NOT NULL RETURNING id
                    """), arguments: [server, Timestamp.text(until), id])
        guard taken != nil else { return nil }
        try run("INSERT INTO callback_attempts (callback, started_at, token) VALUES (?, ?, ?)", [id, at, token])
        let attempt = db.lastInsertedRowID
        try run("UPDATE callbacks SET claim = ? WHERE id = ?", [attempt, id])
        return CallbackClaim(attempt: attempt, token: token, row: try row(id), until: until)
    }

    /// The claim of an attempt that still holds its request; nil for a wrong token, and when it has ended.
    func claim(attempt: Int64, token: String) throws -> CallbackClaim? {
        guard try isToken(token, of: attempt) else { return nil }
        let held = try CallbackRow.fetch(
            db, where: "callbacks.claim = ? AND callbacks.claim_until > ?", arguments: [attempt, at]
        ).first
        guard let held, let until = held.claimUntil else { return nil }
        return CallbackClaim(attempt: attempt, token: token, row: held, until: until)
    }

    /// Whether an attempt was begun with this token, ended or not; an attempt that there is not has none.
    func isToken(_ token: String, of attempt: Int64) throws -> Bool {
        let known = try String.fetchOne(
            db, sql: "SELECT token FROM callback_attempts WHERE id = ?", arguments: [attempt])
        return known.map { Self.isSame($0, token) } ?? false
    }

    private static func freshToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let half = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - half.count) + half
        }.joined()
    }

    /// Takes as long for any two texts of one length, so that the time tells nothing.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

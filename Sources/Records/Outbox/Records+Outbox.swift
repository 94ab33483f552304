public import Foundation
internal import GRDB

extension Records {
    /// Signals that the outbox may have something new; several become one. For one listener; ends with `close`.
    public var outboxSignals: AsyncStream<Void> { outboxChanges.signals }

    /// Takes the next thing that is due out of the outbox, in one transaction: two servers never hold the same.
    ///
    /// Whoever takes it must say `outboxDone` or `outboxFailed`. When neither happens before the lease ends, because
    /// the program was killed, it is due again: what is told is told at least once.
    ///
    /// - Parameters:
    ///   - now: what is due later is left.
    ///   - lease: longer than an attempt can take.
    /// - Returns: nil when nothing is due.
    /// - Throws: `RecordsError.refused`.
    public func nextDue(now: Date, lease: Duration) async throws -> OutboxItem? {
        let due = Timestamp.text(now)
        let until = Timestamp.text(now.addingTimeInterval(lease.seconds))
        return try await RecordsReader.translatedAsync {
            try await self.pool.write { db in
                while let id = try Int64.fetchOne(db, sql: Self.nextSQL, arguments: [due]) {
                    if let item = try Self.claim(id, until: until, in: db) { return item }
                }
                return nil
            }
        }
    }

    /// When the next thing is due, also in the past; nil when the outbox is empty.
    ///
    /// - Throws: `RecordsError.refused`.
    public func nextDueAt() async throws -> Date? {
        try await RecordsReader.translatedAsync {
            try await self.pool.read { db in
                try String.fetchOne(
                    db, sql: "SELECT min(next_at) FROM outbox WHERE state IN ('waiting', 'sending')")
            }
        }.flatMap { Timestamp.date($0) }
    }

    /// Notes that it was told.
    ///
    /// - Throws: `RecordsError.refused`; then it is told once more when its lease ends.
    public func outboxDone(_ id: Int64) async throws {
        try await change(id, "state = 'sent', last_error = NULL", [])
    }

    /// Notes that an attempt failed.
    ///
    /// - Parameters:
    ///   - error: why, in one line; shown with the row.
    ///   - retryAt: when to try again; nil gives it up.
    /// - Throws: `RecordsError.refused`; then it is due when its lease ends.
    public func outboxFailed(_ id: Int64, error: String, retryAt: Date?) async throws {
        if let retryAt {
            try await change(id, "state = 'waiting', last_error = ?, next_at = ?", [error, Timestamp.text(retryAt)])
        } else {
            try await change(id, "state = 'given-up', last_error = ?", [error])
        }
    }

    private func change(_ id: Int64, _ assignments: String, _ values: [String]) async throws {
        try await RecordsReader.translatedAsync {
            try await self.pool.write { db in
                let arguments = StatementArguments(values) + [id]
                try db.execute(
                    sql: "UPDATE outbox SET \(assignments) WHERE id = ? AND state = 'sending'", arguments: arguments)
            }
        }
    }

    /// What only a newer release can tell is left to it.
    private static let nextSQL = """
        SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND next_at <= ?
        AND kind IN (\(OutboxItem.Kind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
        ORDER BY next_at, id LIMIT 1
        """

    /// Nil when the row cannot be read; it is given up then, so that it does not hold up the others.
    private static func claim(_ id: Int64, until: String, in db: Database) throws -> OutboxItem? {
        try db.execute(
            sql: "UPDATE outbox SET state = 'sending', next_at = ?, attempts = attempts + 1 WHERE id = ?",
            arguments: [until, id])
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM outbox WHERE id = ?", arguments: [id]),
            let item = try item(row, in: db)
        else {
            try db.execute(
                sql: "UPDATE outbox SET state = 'given-up', last_error = 'cannot be read' WHERE id = ?",
                arguments: [id])
            return nil
        }
        return item
    }

    private static func item(_ row: Row, in db: Database) throws -> OutboxItem? {
        guard let kind = OutboxItem.Kind(rawValue: row["kind"]), let created = Timestamp.date(row["created_at"]),
            let recipients = try? JSONDecoder().decode([String].self, from: Data((row["recipients"] as String).utf8)),
            let subject = try subject(row, in: db)
        else { return nil }
        return OutboxItem(
            id: row["id"], kind: kind, recipients: recipients, created: created, attempt: row["attempts"],
            subject: subject)
    }

    private static func subject(_ row: Row, in db: Database) throws -> OutboxItem.Subject? {
        if let id: Int64 = row["callback"] {
            return try CallbackRow.fetch(db, where: "callbacks.id = ?", arguments: [id]).first.map { .callback($0) }
        }
        if let id: Int64 = row["message"] {
            return try MessageRow.fetch(db, where: "messages.id = ?", arguments: [id]).first.map { .message($0) }
        }
        return nil
    }
}

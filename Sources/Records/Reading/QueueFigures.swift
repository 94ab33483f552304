public import Foundation
internal import GRDB

/// How long the queues are that people wait in.
public struct QueueFigures: Sendable, Equatable, Codable {
    /// Mails and webhooks still to be sent.
    public let outbox: Int
    /// Those among them that failed before.
    public let failing: Int
    /// Requests to be called back that are open.
    public let open: Int
    /// Those among them whose promised time has gone by, and nobody has called.
    public let overdue: Int
}

extension RecordsReader {
    /// The queues at a moment; by indexes that hold only what waits.
    ///
    /// - Throws: `RecordsError.refused`.
    public func queueFigures(now: Date) throws(RecordsError) -> QueueFigures {
        try read { db in
            let outbox = try Row.fetchOne(
                db, sql: "SELECT count(*), count(last_error) FROM outbox WHERE state IN ('waiting', 'sending')")
            let callbacks = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), count(iif(due_at < ? AND connected_at IS NULL, 1, NULL)) FROM callbacks
                    WHERE status IN \(CallbackStatus.openList)
                    """, arguments: [Timestamp.text(now)])
            return QueueFigures(
                outbox: outbox?[0] ?? 0, failing: outbox?[1] ?? 0, open: callbacks?[0] ?? 0,
                overdue: callbacks?[1] ?? 0)
        }
    }
}

internal import Foundation
internal import GRDB
internal import Reception

extension RowWriter {
    /// Writes a message and what must be told of it.
    mutating func keep(_ message: MessageRecord) throws {
        try insert(
            "messages",
            [
                "call": message.call, "recipient": bounded(message.recipient), "file": message.file,
                "seconds": message.length.seconds, "left_at": Timestamp.text(message.at),
                "number": bounded(message.number), "caller_name": bounded(message.callerName),
                "label": bounded(message.label), "path": bounded(message.path),
                "language": bounded(message.language), "subject": bounded(message.subject),
                "time_zone": bounded(message.timeZone),
            ])
        _ = try tell(
            .voicemailMail, message: db.lastInsertedRowID, to: message.notify, now: Timestamp.text(message.at))
    }

    /// Queues what is to be told in the same transaction as its row, so that neither is without the other.
    ///
    /// - Returns: the id in the outbox; nil when nobody is to be told.
    /// - Throws: never a `DatabaseError` that is only about this row: its subject is written already and must not stay
    ///   alone.
    mutating func tell(
        _ kind: OutboxItem.Kind, callback: Int64? = nil, message: Int64? = nil, to recipients: [String], now: String
    ) throws -> Int64? {
        guard !recipients.isEmpty else { return nil }
        do {
            let list = String(decoding: try JSONEncoder().encode(recipients), as: UTF8.self)
            try insert(
                "outbox",
                [
                    "kind": kind.rawValue, "callback": callback, "message": message, "recipients": list,
                    "created_at": now, "next_at": now,
                ])
        } catch let error as DatabaseError where error.isAboutTheRow {
            throw RecordsError.refused(error.words)
        }
        hasTold = true
        return db.lastInsertedRowID
    }

    /// The same for a request that was made again, unless a mail about it has not gone yet: it will tell the newer
    /// words.
    mutating func tellAgain(_ callback: Int64, to recipients: [String], now: String) throws -> Int64? {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM outbox WHERE callback = ? AND state = 'waiting' AND kind = 'callback-mail'")
        let isWaiting = try Int.fetchOne(statement, arguments: [callback]) != nil
        return isWaiting ? nil : try tell(.callbackMail, callback: callback, to: recipients, now: now)
    }

    /// Queues what the list's web service is told, unless something about the same request has not gone yet: it will
    /// tell the newer words.
    mutating func tellWebhook(of request: CallbackRequest, _ callback: Int64, now: String) throws {
        guard let url = request.webhook else { return }
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM outbox WHERE callback = ? AND state = 'waiting' AND kind = 'callback-webhook'")
        guard try Int.fetchOne(statement, arguments: [callback]) == nil else { return }
        _ = try tell(.callbackWebhook, callback: callback, to: [url], now: now)
    }
}

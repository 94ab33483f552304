public import Foundation
internal import GRDB

/// A message that was left, as the file has it.
public struct MessageRow: Sendable, Equatable, Identifiable {
    /// Its id, never used again.
    public let id: Int64
    /// The call, our own id.
    public let call: String
    /// Whom it is for.
    public let recipient: String
    /// The sound file.
    public let file: String
    /// How long it is.
    public let seconds: Double
    /// When it was left.
    public let left: Date
    /// The caller's number.
    public let number: String?
    /// The caller's name.
    public let callerName: String?
    /// What staff see.
    public let label: String
    /// The path of choices.
    public let path: String
    /// The language of the caller.
    public let language: String
    /// The subject of the mail.
    public let subject: String
    /// The zone of the menu, an IANA name.
    public let timeZone: String
    /// Whether the mail with it went: "waiting", "sending", "sent", "given-up"; nil when nobody is told.
    public let told: String?
}

extension MessageRow: Encodable {
    private enum Key: String, CodingKey {
        case id, call, recipient, file, seconds, left, number, callerName = "name", label, path, language, subject
        case timeZone = "time_zone", told
    }

    /// Every key, absent values as null.
    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(id, forKey: .id)
        try row.encode(call, forKey: .call)
        try row.encode(recipient, forKey: .recipient)
        try row.encode(file, forKey: .file)
        try row.encode(seconds, forKey: .seconds)
        try row.encode(left, forKey: .left)
        try row.encode(number, forKey: .number)
        try row.encode(callerName, forKey: .callerName)
        try row.encode(label, forKey: .label)
        try row.encode(path, forKey: .path)
        try row.encode(language, forKey: .language)
        try row.encode(subject, forKey: .subject)
        try row.encode(timeZone, forKey: .timeZone)
        try row.encode(told, forKey: .told)
    }
}

extension MessageRow {
    static func fetch(_ db: Database, where condition: String, arguments: StatementArguments) throws -> [MessageRow] {
        let sql = """
            SELECT messages.*, (SELECT state FROM outbox WHERE message = messages.id ORDER BY outbox.id DESC LIMIT 1)
            AS told FROM messages WHERE \(condition)
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
            MessageRow(
                id: row["id"], call: row["call"], recipient: row["recipient"], file: row["file"],
                seconds: row["seconds"], left: try row.moment("left_at"), number: row["number"],
                callerName: row["caller_name"], label: row["label"], path: row["path"], language: row["language"],
                subject: row["subject"], timeZone: row["time_zone"], told: row["told"])
        }
    }
}

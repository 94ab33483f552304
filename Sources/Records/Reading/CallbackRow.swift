public import Foundation
internal import GRDB

/// A request to be called back, as the file has it.
public struct CallbackRow: Sendable, Equatable, Identifiable {
    /// Its id, never used again.
    public let id: Int64
    /// The list.
    public let list: String
    /// E.164; nil for a withheld caller who hung up.
    public let number: String?
    /// As the caller typed it or the network gave it.
    public let numberAsGiven: String?
    /// "typed", or "network": caller ID, which can be forged.
    public let source: String
    /// Whether the caller said that the number is right.
    public let isConfirmed: Bool
    /// Where it stands.
    public let status: CallbackStatus
    /// How often it was asked for while it was open.
    public let asked: Int
    /// What it is about.
    public let reason: String
    /// What staff see.
    public let label: String
    /// The language of the caller.
    public let language: String
    /// The caller's name.
    public let callerName: String?
    /// The dialled number.
    public let dialled: String?
    /// The latest call that asked for it, our own id.
    public let call: String
    /// A spoken note's file.
    public let voiceNote: String?
    /// When it was asked for first.
    public let created: Date
    /// When it was last touched.
    public let updated: Date
    /// Promised until.
    public let due: Date?
    /// No longer open after this.
    public let expires: Date?
    /// When it is tried next.
    public let nextAttempt: Date?
    /// The zone of the menu, an IANA name.
    public let timeZone: String
    /// Who has taken it on.
    public let owner: String?
    /// What staff wrote about it.
    public let note: String?
    /// How often it was tried.
    public let attempts: Int
    /// Whether the mail about it went: "waiting", "sending", "sent", "given-up"; nil when nobody is told.
    public let told: String?
}

extension CallbackRow: Encodable {
    private enum Key: String, CodingKey {
        case id, list, number, numberAsGiven = "number_given", source, isConfirmed = "confirmed", status, asked, reason
        case label, language, callerName = "name", dialled, call, voiceNote = "voice_note", created, updated, due,
            expires
        case nextAttempt = "next_attempt", timeZone = "time_zone", owner, note, attempts, told
    }

    /// Every key, absent values as null.
    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(id, forKey: .id)
        try row.encode(list, forKey: .list)
        try row.encode(number, forKey: .number)
        try row.encode(numberAsGiven, forKey: .numberAsGiven)
        try row.encode(source, forKey: .source)
        try row.encode(isConfirmed, forKey: .isConfirmed)
        try row.encode(status, forKey: .status)
        try row.encode(asked, forKey: .asked)
        try row.encode(reason, forKey: .reason)
        try row.encode(label, forKey: .label)
        try row.encode(language, forKey: .language)
        try row.encode(callerName, forKey: .callerName)
        try row.encode(dialled, forKey: .dialled)
        try row.encode(call, forKey: .call)
        try row.encode(voiceNote, forKey: .voiceNote)
        try row.encode(created, forKey: .created)
        try row.encode(updated, forKey: .updated)
        try row.encode(due, forKey: .due)
        try row.encode(expires, forKey: .expires)
        try row.encode(nextAttempt, forKey: .nextAttempt)
        try row.encode(timeZone, forKey: .timeZone)
        try row.encode(owner, forKey: .owner)
        try row.encode(note, forKey: .note)
        try row.encode(attempts, forKey: .attempts)
        try row.encode(told, forKey: .told)
    }
}

extension CallbackRow {
    static func fetch(_ db: Database, where condition: String, arguments: StatementArguments) throws -> [CallbackRow] {
        let sql = """
            SELECT callbacks.*, (SELECT count(*) FROM callback_attempts WHERE callback = callbacks.id) AS attempts,
            (SELECT state FROM outbox WHERE callback = callbacks.id ORDER BY outbox.id DESC LIMIT 1) AS told
            FROM callbacks WHERE \(condition)
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map { try CallbackRow($0) }
    }

    private init(_ row: Row) throws {
        let name: String = row["status"]
        guard let status = CallbackStatus(rawValue: name) else {
            throw RecordsError.refused("callbacks \(row["id"] as Int64) has the unknown status \"\(name)\"")
        }
        self.status = status
        id = row["id"]
        list = row["list"]
        number = row["number"]
        numberAsGiven = row["number_given"]
        source = row["source"]
        isConfirmed = row["is_confirmed"]
        asked = row["asked"]
        reason = row["reason"]
        label = row["label"]
        language = row["language"]
        callerName = row["caller_name"]
        dialled = row["dialled"]
        call = row["call"]
        voiceNote = row["voice_note"]
        created = try row.moment("created_at")
        updated = try row.moment("updated_at")
        due = try row.momentIfAny("due_at")
        expires = try row.momentIfAny("expires_at")
        nextAttempt = try row.momentIfAny("next_attempt_at")
        timeZone = row["time_zone"]
        owner = row["owner"]
        note = row["note"]
        attempts = row["attempts"]
        told = row["told"]
    }
}

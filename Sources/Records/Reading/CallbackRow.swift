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
    /// Asterisk's unique id of that call.
    public let uniqueID: String
    /// The menu file's name, whose list it is; empty in rows of older releases whose call is not known.
    public let menu: String
    /// The path of choices at that moment.
    public let path: String
    /// The Asterisk queue that the caller left for it.
    public let queue: String?
    /// When the call is promised, in words.
    public let window: String?
    /// Higher ones are called first.
    public let priority: Int
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
    /// When it is tried next; nil: as soon as somebody can.
    public let nextAttempt: Date?
    /// When the caller was first reached.
    public let connected: Date?
    /// When it ended.
    public let closed: Date?
    /// The zone of the menu, an IANA name.
    public let timeZone: String
    /// Who has taken it on.
    public let owner: String?
    /// What staff wrote about it.
    public let note: String?
    /// Which server is calling it, and until when it may go on without saying so again.
    public let claimedBy: String?
    /// See `claimedBy`.
    public let claimUntil: Date?
    /// How often it was tried.
    public let attempts: Int
    /// How often the number was tried in this round; a retry begins a new one.
    public let tries: Int
    /// How often it may be tried in one round, and the wait between two, in seconds: `attempts`, `every` of the list.
    public let attemptsAllowed: Int
    /// See `attemptsAllowed`.
    public let everySeconds: Double
    /// Whether the mail about it went, or the webhook where nobody is mailed: "waiting", "sending", "sent", "given-up"; nil when nobody is told.
    public let told: String?

    /// Whether what was promised has not been kept in time: it is open, nobody was reached, and the promise has passed.
    public func isOverdue(at now: Date) -> Bool {
        guard let due, status.isOpen, status != .connected, connected == nil else { return false }
        return due < now
    }
}

extension CallbackRow {
    static func fetch(_ db: Database, where condition: String, arguments: StatementArguments) throws -> [CallbackRow] {
        let sql = """
            SELECT callbacks.*, (SELECT count(*) FROM callback_attempts WHERE callback = callbacks.id) AS attempts,
            (SELECT state FROM outbox WHERE callback = callbacks.id
            ORDER BY kind = 'callback-mail' DESC, outbox.id DESC LIMIT 1) AS told
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
        uniqueID = row["uniqueid"]
        menu = row["menu"]
        path = row["path"]
        queue = row["queue"]
        window = row["time_window"]
        priority = row["priority"]
        voiceNote = row["voice_note"]
        created = try row.moment("created_at")
        updated = try row.moment("updated_at")
        due = try row.momentIfAny("due_at")
        expires = try row.momentIfAny("expires_at")
        nextAttempt = try row.momentIfAny("next_attempt_at")
        connected = try row.momentIfAny("connected_at")
        closed = try row.momentIfAny("closed_at")
        timeZone = row["time_zone"]
        owner = row["owner"]
        note = row["note"]
        claimedBy = row["claimed_by"]
        claimUntil = try row.momentIfAny("claim_until")
        tries = row["tries"]
        attemptsAllowed = row["attempts_allowed"]
        everySeconds = row["every_seconds"]
        attempts = row["attempts"]
        told = row["told"]
    }
}

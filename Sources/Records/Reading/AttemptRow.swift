public import Foundation
internal import GRDB

/// One attempt to call somebody back, as the file has it.
public struct AttemptRow: Sendable, Equatable, Identifiable {
    /// Its id.
    public let id: Int64
    /// When it began.
    public let started: Date
    /// When it ended; nil while it is under way.
    public let ended: Date?
    /// Who called.
    public let agent: String?
    /// What came of it: "talked", "done", "later", "not-called", "busy", "no-answer", "failed", "invalid", "lost"; empty
    /// while it is under way.
    public let result: String
    /// When the caller was reached.
    public let connected: Date?
    /// How long they talked.
    public let secondsTalked: Double?
}

extension AttemptRow: Encodable {
    private enum Key: String, CodingKey {
        case id, started, ended, agent, result, connected, secondsTalked = "seconds_talked"
    }

    /// Every key, absent values as null.
    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(id, forKey: .id)
        try row.encode(started, forKey: .started)
        try row.encode(ended, forKey: .ended)
        try row.encode(agent, forKey: .agent)
        try row.encode(result, forKey: .result)
        try row.encode(connected, forKey: .connected)
        try row.encode(secondsTalked, forKey: .secondsTalked)
    }
}

extension AttemptRow {
    static func fetch(_ db: Database, callback: Int64) throws -> [AttemptRow] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM callback_attempts WHERE callback = ? ORDER BY id", arguments: [callback]
        ).map { row in
            AttemptRow(
                id: row["id"], started: try row.moment("started_at"), ended: try row.momentIfAny("ended_at"),
                agent: row["agent"], result: row["result"],
                connected: try row.momentIfAny("connected_at"), secondsTalked: row["seconds_talked"])
        }
    }
}

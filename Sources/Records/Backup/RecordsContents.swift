internal import GRDB

/// What is in a copy of the records, counted in the copy itself.
public struct RecordsContents: Sendable, Equatable {
    /// Calls.
    public internal(set) var calls = 0
    /// Requests to be called back.
    public internal(set) var callbacks = 0
    /// Those that somebody still has to do something about.
    public internal(set) var open = 0
    /// Messages that were left.
    public internal(set) var messages = 0
    /// Sound files that were copied.
    public internal(set) var sounds = 0
    /// Sound files that rows name and that are nowhere.
    public internal(set) var missing: [String] = []
    /// What is among the sound files and is no plain file of ours: links, folders, pipes, files of strangers. Not copied.
    public internal(set) var foreign: [String] = []

    init(_ db: Database) throws {
        func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
        calls = try count("calls")
        callbacks = try count("callbacks")
        open = try count("callbacks WHERE status IN \(CallbackStatus.openList)")
        messages = try count("messages")
    }
}

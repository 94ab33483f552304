internal import Foundation
internal import GRDB
internal import Reception

/// Reads the records, also beside a server that writes them.
public struct RecordsReader: Sendable {
    /// So many rows a list has unless asked otherwise.
    public static let rowsInList = 1000

    /// Asked anew for each use: a server may have to open its file again.
    private let source: @Sendable () -> any DatabaseReader

    init(_ source: @escaping @Sendable () -> any DatabaseReader) {
        self.source = source
    }

    /// Opens the file for reading only, as the commands of the command line do.
    ///
    /// - Throws: `RecordsError`: `cannotOpen` (also when there is none, or it waits for a migration), `damaged`,
    ///   `foreign`, `newer`.
    public init(file: String, limits: RecordsLimits = RecordsLimits()) throws(RecordsError) {
        let queue = try RecordsFile.openToRead(file, limits: limits)
        source = { queue }
    }

    /// The requests to be called back, oldest first.
    ///
    /// - Parameters:
    ///   - open: true: only those that somebody still has to do something about.
    ///   - list: only those of one list; nil: all.
    ///   - limit: at most so many, the newest.
    /// - Throws: `RecordsError.refused`.
    public func callbacks(
        open: Bool = false, list: String? = nil, limit: Int = rowsInList
    ) throws(RecordsError) -> [CallbackRow] {
        try read { db in
            let status = open ? "callbacks.status IN \(CallbackStatus.openList)" : "TRUE"
            let rows = try CallbackRow.fetch(
                db, where: "\(status) AND (?1 IS NULL OR callbacks.list = ?1) ORDER BY callbacks.id DESC LIMIT ?2",
                arguments: [list, limit])
            return rows.reversed()
        }
    }

    /// One request and its attempts.
    ///
    /// - Throws: `RecordsError.noRow`, `refused`.
    public func callback(_ id: Int64) throws(RecordsError) -> (row: CallbackRow, attempts: [AttemptRow]) {
        try read { db in
            guard let row = try CallbackRow.fetch(db, where: "callbacks.id = ?", arguments: [id]).first else {
                throw RecordsError.noRow(table: "callbacks", id: "\(id)")
            }
            return (row, try AttemptRow.fetch(db, callback: id))
        }
    }

    /// The calls, newest first.
    ///
    /// - Parameter filter: which; all of them unless something is said.
    /// - Throws: `RecordsError.refused`.
    public func calls(
        _ filter: CallFilter = CallFilter(), limit: Int = rowsInList
    ) throws(RecordsError) -> [CallRow] {
        try read { db in
            let condition = """
                (?1 IS NULL OR menu = ?1) AND (?2 IS NULL OR started_at >= ?2) AND (?3 IS NULL OR outcome = ?3)
                AND (?4 IS NULL OR number IN (SELECT value FROM json_each(?4))) ORDER BY started_at DESC, id DESC LIMIT ?5
                """
            return try CallRow.fetch(
                db, where: condition,
                arguments: [
                    filter.menu, filter.since.map { Timestamp.text($0) }, filter.outcome?.rawValue,
                    filter.numbers.isEmpty ? nil : try Self.list(filter.numbers), limit,
                ])
        }
    }

    /// Texts as a list that SQLite reads.
    private static func list(_ texts: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    }

    /// One call and its steps in order.
    ///
    /// - Parameter id: our own id of the call, or Asterisk's unique id, of which the latest call counts.
    /// - Throws: `RecordsError.noRow`, `refused`.
    public func call(_ id: String) throws(RecordsError) -> (row: CallRow, steps: [StepRow]) {
        try read { db in
            let condition = "id = ?1 OR uniqueid = ?1 ORDER BY id = ?1 DESC, started_at DESC LIMIT 1"
            guard let row = try CallRow.fetch(db, where: condition, arguments: [id]).first else {
                throw RecordsError.noRow(table: "calls", id: id)
            }
            return (row, try StepRow.fetch(db, call: row.id))
        }
    }

    /// What happened in a call, in the order of time; empty for an unknown one, and for calls before there were timelines.
    ///
    /// - Parameter id: our own id of the call.
    /// - Throws: `RecordsError.refused`.
    public func timeline(of id: String) throws(RecordsError) -> [MomentRow] {
        try read { db in try MomentRow.fetch(db, call: id) }
    }

    /// The messages that were left, newest first.
    ///
    /// - Throws: `RecordsError.refused`.
    public func messages(limit: Int = rowsInList) throws(RecordsError) -> [MessageRow] {
        try read { db in
            try MessageRow.fetch(db, where: "TRUE ORDER BY messages.id DESC LIMIT ?", arguments: [limit])
        }
    }

    /// What is wrong with the file, by SQLite's own check; empty when nothing is. Reads the whole file.
    ///
    /// - Throws: `RecordsError.refused` when it is too damaged to be checked.
    public func findings() throws(RecordsError) -> [String] {
        try read { db in try String.fetchAll(db, sql: "PRAGMA quick_check(20)").filter { $0 != "ok" } }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(RecordsError) -> Value {
        try Self.translated { try source().read(body) }
    }

    static func translated<Value>(_ body: () throws -> Value) throws(RecordsError) -> Value {
        do {
            return try body()
        } catch let error as RecordsError {
            throw error
        } catch let error as DatabaseError {
            throw .refused(error.advised)
        } catch {
            throw .refused("\(error)")
        }
    }

    static func translatedAsync<Value>(_ body: () async throws -> Value) async throws(RecordsError) -> Value {
        do {
            return try await body()
        } catch let error as RecordsError {
            throw error
        } catch let error as DatabaseError {
            throw .refused(error.advised)
        } catch {
            throw .refused("\(error)")
        }
    }
}

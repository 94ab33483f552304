internal import Foundation
internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What was taken away.
public struct Forgotten: Sendable, Equatable {
    /// Rows by table; a table without any is left out.
    public internal(set) var rows: [String: Int] = [:]
    /// Sound files that are gone.
    public internal(set) var files = 0
    /// Sound files that could not be removed; their rows stay, so that they can be found again.
    public internal(set) var stuck: [String] = []
    /// Why bytes may remain in the file or its log; nil: they are gone from both.
    public internal(set) var remains: String?

    /// Whether there was anything.
    public var isEmpty: Bool { rows.isEmpty && files == 0 && stuck.isEmpty }

    mutating func add(_ other: Forgotten) {
        rows.merge(other.rows, uniquingKeysWith: +)
        files += other.files
        stuck += other.stuck
    }
}

/// Removes rows and their files, inside one transaction.
struct KeepingRows {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// The sound files of what is in scope.
    func files(of scope: PersonScope) throws -> [String] {
        let roots = Dictionary(uniqueKeysWithValues: try scope.roots().map { ($0.table, $0.ids) })
        return try String.fetchAll(
            db,
            sql: """
                SELECT file FROM messages WHERE id IN (SELECT value FROM json_each(?))
                UNION SELECT voice_note FROM callbacks WHERE voice_note <> ''
                AND id IN (SELECT value FROM json_each(?))
                """, arguments: [roots["messages"], roots["callbacks"]])
    }

    /// Removes what is in scope. Files go first: a row that is there without its file is found at the next try, a file
    /// without its row by nobody.
    ///
    /// - Parameter remove: removes a file; true also when it is not there any more.
    func remove(_ scope: PersonScope, file remove: (String) -> Bool) throws -> Forgotten {
        var forgotten = Forgotten()
        for file in try files(of: scope) {
            if remove(file) { forgotten.files += 1 } else { forgotten.stuck.append(file) }
        }
        guard forgotten.stuck.isEmpty else { return forgotten }
        for entry in try PersonTables(db).entries {
            let count: Int = try PersonTables.rows(db, "SELECT count(*)", entry, scope)[0][0]
            if count > 0 { forgotten.rows[entry.name] = count }
        }
        for (table, ids) in try scope.roots() {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE id IN (SELECT value FROM json_each(?))", arguments: [ids])
        }
        return forgotten
    }

    /// What ended so long ago; at most so many rows of each table.
    func older(than date: Date, atMost: Int) throws -> PersonScope {
        let cut = Timestamp.text(date)
        return PersonScope(
            calls: try String.fetchAll(
                db, sql: "SELECT id FROM calls WHERE started_at < ? ORDER BY started_at LIMIT ?",
                arguments: [cut, atMost]),
            callbacks: try Int64.fetchAll(
                db, sql: "SELECT id FROM callbacks WHERE closed_at IS NOT NULL AND closed_at < ? LIMIT ?",
                arguments: [cut, atMost]),
            messages: try Int64.fetchAll(
                db, sql: "SELECT id FROM messages WHERE left_at < ? LIMIT ?", arguments: [cut, atMost]))
    }
}

/// Removes one sound file: never a folder, never what a link points to.
enum SoundFile {
    /// - Returns: whether it is gone.
    static func remove(_ path: String) -> Bool {
        unlink(path) == 0 || errno == ENOENT
    }
}

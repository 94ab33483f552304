internal import Foundation
internal import GRDB
internal import Reception

/// Writes rows inside one transaction. Made anew for each, since it remembers counts that hold only so long.
struct RowWriter {
    /// Longer texts are cut; everything that a caller, a network or a menu names is far shorter.
    static let longestText = 1000

    let db: Database
    /// How many open requests a list has, counted once in a transaction: counting for each row would make a thousand of
    /// them take a thousand times as long.
    var openInList: [String: Int] = [:]
    /// Whether something was put into the outbox.
    var hasTold = false
    /// Whether a request to be called back was made or refreshed.
    var hasStored = false

    init(_ db: Database) {
        self.db = db
    }

    /// Inserts a row. Table and columns are ours; values are bound, never part of the statement.
    func insert(_ table: String, _ values: KeyValuePairs<String, (any DatabaseValueConvertible)?>) throws {
        let columns = values.map(\.key).joined(separator: ", ")
        let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
        try run("INSERT INTO \(table) (\(columns)) VALUES (\(marks))", values.map(\.value))
    }

    /// Runs a statement that is kept compiled.
    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    /// A text no longer than a row may have.
    func bounded(_ text: String) -> String {
        text.utf8.count <= Self.longestText ? text : String(text.unicodeScalars.prefix(Self.longestText))
    }

    /// The same for what may be missing.
    func bounded(_ text: String?) -> String? { text.map { bounded($0) } }
}

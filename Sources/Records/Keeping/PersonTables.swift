internal import GRDB

/// Every table with rows that belong to a call, a request or a message, read from the schema itself: what a later
/// migration adds is exported and forgotten without a word here, as long as it refers to its owner.
struct PersonTables {
    /// A table, and the conditions under which a row belongs to one of the roots.
    struct Entry {
        let name: String
        /// SQL with one `?` for the ids of a root, and that root's name.
        let conditions: [(sql: String, root: String)]
    }

    let entries: [Entry]

    init(_ db: Database) throws {
        var entries = ["calls", "callbacks", "messages"].map { name in
            Entry(name: name, conditions: [("id IN (SELECT value FROM json_each(?))", name)])
        }
        let names = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        for name in names {
            let keys = try Row.fetchAll(
                db, sql: "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)", arguments: [name])
            let conditions = keys.compactMap { key -> (sql: String, root: String)? in
                let (column, root): (String, String) = (key[0], key[1])
                guard ["calls", "callbacks", "messages"].contains(root) else { return nil }
                return ("\"\(column)\" IN (SELECT value FROM json_each(?))", root)
            }
            if !conditions.isEmpty { entries.append(Entry(name: name, conditions: conditions)) }
        }
        self.entries = entries
    }

    /// The rows of one table that are in scope: `verb` is "SELECT count(*)" or "SELECT *".
    static func rows(_ db: Database, _ verb: String, _ entry: Entry, _ scope: PersonScope) throws -> [Row] {
        let ids = Dictionary(uniqueKeysWithValues: try scope.roots().map { ($0.table, $0.ids) })
        let condition = entry.conditions.map(\.sql).joined(separator: " OR ")
        let arguments = StatementArguments(entry.conditions.map { ids[$0.root] ?? "[]" })
        return try Row.fetchAll(db, sql: "\(verb) FROM \"\(entry.name)\" WHERE \(condition)", arguments: arguments)
    }
}

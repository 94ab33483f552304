/// Why a file of records cannot be used, or one of its rows not.
///
/// Texts name files and SQLite's own words, never a caller's number: GRDB's arguments are not quoted.
public enum RecordsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file cannot be made, opened or read, with the system's or SQLite's words.
    case cannotOpen(file: String, words: String)
    /// The file is no SQLite database, or a damaged one. It is left as it is.
    case damaged(file: String, words: String)
    /// The file has no bytes: it was cut off, for it is never made so. It is left as it is.
    case empty(file: String)
    /// The file is a database of some other program.
    case foreign(file: String)
    /// The file was written by a newer release, which knows the named migration.
    case newer(file: String, migration: String)
    /// SQLite refused a read or a write, with its words.
    case refused(String)
    /// Something about a file or its place, in one sentence that names it.
    case fault(String)
    /// A process that runs has the file open, by its number where the system tells it.
    case inUse(file: String, process: Int?)
    /// There is no such row.
    case noRow(table: String, id: String)
    /// What was asked does not go with where the row stands, in one sentence.
    case notNow(String)

    /// One line: what, where, what was expected.
    public var description: String {
        switch self {
        case .cannotOpen(let file, let words): "\(file): cannot be opened: \(words)"
        case .damaged(let file, let words):
            "\(file): is damaged or no SQLite database (\(words)); it was left as it is: \(Self.advice)"
        case .empty(let file):
            "\(file): is empty, which no database is; it was left as it is: \(Self.advice), or remove it to begin anew"
        case .foreign(let file): "\(file): is another program's database; a file of Attendant's records was expected"
        case .newer(let file, let migration):
            "\(file): was written by a newer release (it knows \"\(migration)\"); use that release, or an older copy: \(Self.advice)"
        case .refused(let words): "the records refused: \(words)"
        case .notNow(let words), .fault(let words): words
        case .inUse(let file, let process):
            "\(file): is in use\(process.map { " by process \($0)" } ?? ""); stop the server first"
        case .noRow(let table, let id): "there is no row \(id) in \(table)"
        }
    }

    /// What an admin does about a file that cannot be used.
    static let advice = "put a copy in its place by `attendant restore BACKUP`"
}

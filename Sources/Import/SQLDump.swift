import Foundation

/// The rows of the tables of a mysqldump, as text.
///
/// Knows two statements, CREATE TABLE for the names of columns and INSERT INTO for rows, and passes over all else.
struct SQLDump {
    /// A row by the names of its columns; NULL is left out.
    typealias Row = [String: String]

    private(set) var tables: [String: [Row]] = [:]
    private var columns: [String: [String]] = [:]
    private var rows = 0

    /// The largest dump, and the most rows of the wanted tables.
    static let mostBytes = 64 << 20
    static let mostRows = 100_000

    /// - Parameter wanted: the tables that are read; the others are passed over.
    /// - Throws: `tooLarge`; `notUnderstood` with the line when a wanted INSERT is cut off or malformed.
    init(_ data: Data, wanted: Set<String>) throws(ImportError) {
        guard data.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
        guard !data.prefix(4096).contains(0) else {
            throw .notUnderstood("this is no text; expected a dump of mysqldump")
        }
        var scanner = SQLScanner([UInt8](data))
        while let word = scanner.statement() {
            switch word {
            case "CREATE": if let table = scanner.createdTable() { columns[table] = scanner.columnNames() }
            case "INSERT", "REPLACE":
                guard let table = scanner.insertedTable(), wanted.contains(table) else { break }
                try insert(into: table, &scanner)
            default: break
            }
            scanner.skipStatement()
        }
    }

    private mutating func insert(into table: String, _ scanner: inout SQLScanner) throws(ImportError) {
        let names = scanner.columnList() ?? columns[table] ?? []
        guard scanner.word("VALUES"), !names.isEmpty else {
            throw .notUnderstood(
                "line \(scanner.line): the columns of \(table) are not known; expected its CREATE TABLE before it")
        }
        repeat {
            guard let values = scanner.values(), values.count == names.count else {
                throw .notUnderstood(
                    "line \(scanner.line): the rows of \(table) are cut off or have another number of columns")
            }
            rows += 1
            guard rows <= Self.mostRows else { throw .notUnderstood("more than \(Self.mostRows) rows") }
            var row: Row = [:]
            for (name, value) in zip(names, values) { row[name] = value }
            tables[table, default: []].append(row)
        } while scanner.take(UInt8(ascii: ","))
        guard scanner.take(UInt8(ascii: ";")) else {
            throw .notUnderstood("line \(scanner.line): the rows of \(table) have no end")
        }
    }
}

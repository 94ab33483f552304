internal import Foundation
internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Making the file, and what can be told of one before it is opened.
extension RecordsFile {
    /// The owner writes, the group reads, others have no business with telephone numbers.
    static let mode: mode_t = 0o640

    /// Makes the file where there is none, and its folder; SQLite gives the same mode to its `-wal` and `-shm`.
    ///
    /// It gets its name when its tables are in it: a file without bytes was always cut off by somebody, and is not
    /// taken for a new one.
    static func create(_ file: String) throws(RecordsError) {
        do {
            try FileManager.default.createDirectory(
                atPath: SystemFile.folder(of: file), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
        } catch {
            throw .cannotOpen(file: file, words: error.localizedDescription)
        }
        guard !SystemFile.isThere(file) else { return }
        let made = file + ".making-" + UUID().uuidString.prefix(8)
        defer { _ = unlink(made) }
        try translated(file) {
            try SystemFile.make(made, mode: mode)
            let queue = try DatabaseQueue(path: made)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Migrations.all().migrate(queue)
            try queue.close()
            try SystemFile.name(made, file)
        }
    }

    /// Says what is wrong with a file in the system's words, which SQLite keeps to itself. Opens nothing: to close it
    /// again would take away the locks that SQLite has on it in this process.
    ///
    /// - Throws: `RecordsError`: cannotOpen, empty.
    static func look(_ file: String) throws(RecordsError) {
        var facts = stat()
        guard stat(file, &facts) == 0 else { throw .cannotOpen(file: file, words: SystemFile.words) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .cannotOpen(file: file, words: "it is a folder; a file was expected")
        default: throw .cannotOpen(file: file, words: "it is no plain file")
        }
        guard access(file, R_OK) == 0 else { throw .cannotOpen(file: file, words: SystemFile.words) }
        guard facts.st_size > 0 else { throw .empty(file: file) }
    }

    /// Reads the whole file, unless it is too large for that.
    ///
    /// - Throws: `RecordsError.damaged`, with the first thing that SQLite found.
    static func readThrough(_ db: Database, file: String, limits: RecordsLimits) throws {
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        guard pages * size <= limits.checkedBytes else { return }
        try expectWhole(db, file: file, check: "quick_check")
    }

    /// - Parameter check: `quick_check`, or `integrity_check`, which compares indexes with their tables, too.
    /// - Throws: `RecordsError.damaged`.
    static func expectWhole(_ db: Database, file: String, check: String) throws {
        guard let found = try String.fetchOne(db, sql: "PRAGMA \(check)(1)"), found != "ok" else { return }
        let lines = found.split(separator: "\n").filter { !$0.hasPrefix("***") }
        throw RecordsError.damaged(file: file, words: lines.joined(separator: "; "))
    }
}

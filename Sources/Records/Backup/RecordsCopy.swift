internal import Foundation
internal import GRDB

/// A consistent copy of a database, made beside whoever writes it, and read through before anybody relies on it.
enum RecordsCopy {
    /// - Parameters:
    ///   - file: a database of ours, of this release or an older one; it is only read.
    ///   - target: a name that nothing has yet.
    ///   - change: done to the copy before it is read through.
    /// - Returns: what is in the copy.
    /// - Throws: `RecordsError`: cannotOpen, damaged, empty, foreign, newer; fault. Nothing is left at `target` then.
    static func make(
        of file: String, at target: String, mode: UInt32, _ change: (Database) throws -> Void = { _ in }
    ) throws(RecordsError) -> RecordsContents {
        do throws(RecordsError) {
            try copy(file, target, mode)
            return try RecordsFile.translated(target) {
                let queue = try DatabaseQueue(path: target)
                try queue.write(change)
                let contents = try queue.read { db in
                    try RecordsFile.expectWhole(db, file: target, check: "integrity_check")
                    return try RecordsContents(db)
                }
                try queue.close()
                SystemFile.sync(target)
                return contents
            }
        } catch {
            for suffix in ["", "-journal"] { try? FileManager.default.removeItem(atPath: target + suffix) }
            throw error
        }
    }

    private static func copy(_ file: String, _ target: String, _ mode: UInt32) throws(RecordsError) {
        try RecordsFile.look(file)
        try RecordsFile.translated(file) {
            let source = try DatabaseQueue(path: file, configuration: RecordsFile.readOnly(RecordsFile.patient))
            try source.read { db in
                guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") != 0 else {
                    throw RecordsError.empty(file: file)
                }
                try RecordsFile.inspect(db, file: file)
                // A table is copied without its indexes: what is wrong with these would not be seen in the copy.
                try RecordsFile.expectWhole(db, file: file, check: "integrity_check")
            }
            do throws(SystemFile.Refusal) { try SystemFile.make(target, mode: mode) } catch {
                throw RecordsError.fault("\(target): cannot be made: \(error.words)")
            }
            do {
                try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
            } catch let error as DatabaseError where !error.isDamage {
                throw RecordsError.fault("\(file): cannot be copied to \(target): \(error.words)")
            }
        }
    }
}

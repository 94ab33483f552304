public import Foundation
internal import GRDB

/// Forgets a person, for the command: beside a running server or without one. Blocks.
public struct RecordsKeeper: Sendable {
    private let queue: DatabaseQueue

    /// Opens the file.
    ///
    /// - Parameter file: its path; it must be there.
    /// - Throws: `RecordsError`: `cannotOpen`, `damaged`, `foreign`, `newer`.
    public init(file: String, limits: RecordsLimits = RecordsLimits()) throws(RecordsError) {
        queue = try RecordsFile.openToWork(file, limits: limits)
    }

    /// What is held about one person.
    public var reader: RecordsReader { RecordsReader { [queue] in queue } }

    /// Removes a person: every row about a number, with the sound files, and then the bytes that they left in the file
    /// and its log.
    ///
    /// Rows that SQLite deletes leave their bytes where they were, and so do those that it moved before: they are
    /// overwritten (`secure_delete`), the file is written anew (`VACUUM`), and its log is emptied. A server beside it
    /// waits meanwhile, some seconds for each gigabyte.
    ///
    /// - Parameter forms: the ways in which the number may be written, E.164 first.
    /// - Returns: what was removed. `stuck` files keep every row; `remains` says why bytes may be left: it can be said
    ///   again, also when nothing is found any more.
    /// - Throws: `RecordsError.refused`: no row was removed.
    public func forget(forms: [String]) throws(RecordsError) -> Forgotten {
        var forgotten = try RecordsReader.translated {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            return try queue.write { db in
                try KeepingRows(db).remove(try PersonScope(db, forms: forms), file: SoundFile.remove)
            }
        }
        do {
            try RecordsReader.translated {
                try queue.vacuum()
                _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            }
        } catch {
            forgotten.remains = "\(error)"
        }
        return forgotten
    }
}

extension Records {
    /// Removes what ended long ago: calls with their steps, requests that are closed, messages, and the sound files.
    /// What is open is never removed. In small transactions, so that nobody who commits waits long.
    ///
    /// - Parameter date: what is older.
    /// - Returns: what was removed; `stuck` files keep their rows.
    /// - Throws: `RecordsError.refused`: the rest is removed at the next try.
    public func removeOlder(than date: Date) async throws(RecordsError) -> Forgotten {
        var total = Forgotten()
        while !Task.isCancelled {
            let batch = try await RecordsReader.translatedAsync {
                try await self.pool.write { db in
                    try db.execute(sql: "PRAGMA secure_delete = ON")
                    let rows = KeepingRows(db)
                    let scope = try rows.older(than: date, atMost: Self.removedAtOnce)
                    return scope.isEmpty ? Forgotten() : try rows.remove(scope, file: SoundFile.remove)
                }
            }
            total.add(batch)
            if batch.isEmpty || !batch.stuck.isEmpty { break }
        }
        return total
    }

    /// So many rows of each table in one transaction.
    static var removedAtOnce: Int { 200 }
}

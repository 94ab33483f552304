internal import Foundation
internal import GRDB

/// Opens the SQLite file: makes it when it is missing, and refuses what is not ours.
enum RecordsFile {
    /// A pool that writes, with every migration done.
    ///
    /// - Throws: `RecordsError`: cannotOpen, damaged, foreign, newer. The file is not touched then.
    static func open(_ file: String, limits: RecordsLimits) throws(RecordsError) -> DatabasePool {
        try create(file)
        try look(file)
        return try translated(file) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(limits.busyTimeout.seconds)
            try DatabaseQueue(path: file, configuration: readOnly(configuration)).read { db in
                try inspect(db, file: file)
                try readThrough(db, file: file, limits: limits)
            }
            let pool = try DatabasePool(path: file, configuration: configuration)
            // SQLite then reads for ever, also when the file may be written again: better told at the start.
            guard pool.writeWithoutTransaction({ !$0.isReadOnly }) else {
                throw RecordsError.cannotOpen(
                    file: file, words: "this user may only read it, or nobody may write there")
            }
            // GRDB sets NORMAL, with which a power cut takes the last commits back.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Migrations.all().migrate(pool)
            return pool
        }
    }

    /// A connection that writes now and then, beside a server or without one. Where the server has not started yet the
    /// file is made, but no folder: that of a mistyped name would be nobody's.
    ///
    /// - Throws: `RecordsError`: cannotOpen (also when there is no folder), damaged, foreign, newer.
    static func openToSwitch(_ file: String, limits: RecordsLimits) throws(RecordsError) -> DatabaseQueue {
        if !FileManager.default.fileExists(atPath: file) { try make(file, limits: limits) }
        return try openToWork(file, limits: limits)
    }

    /// A connection that changes rows now and then, beside a server or without one. Makes no file: one without rows has
    /// none to change.
    ///
    /// - Throws: `RecordsError`: cannotOpen (also when there is no file), damaged, foreign, newer.
    static func openToWork(_ file: String, limits: RecordsLimits) throws(RecordsError) -> DatabaseQueue {
        try expect(file)
        return try open(file, limits: limits) { $0 }
    }

    static func expect(_ file: String) throws(RecordsError) {
        if FileManager.default.fileExists(atPath: file) { return try look(file) }
        throw .cannotOpen(file: file, words: "there is no such file; the server makes it when it starts")
    }

    /// Makes the file for a server that will start later, as a user of its own: the owner of the folder.
    private static func make(_ file: String, limits: RecordsLimits) throws(RecordsError) {
        let folder = (file as NSString).deletingLastPathComponent
        guard let facts = try? FileManager.default.attributesOfItem(atPath: folder) else {
            throw .cannotOpen(file: file, words: "there is no such folder; the server makes it when it starts")
        }
        let pool = try open(file, limits: limits)
        try translated(file) { try pool.close() }
        let owner = facts.filter { [.ownerAccountID, .groupOwnerAccountID].contains($0.key) }
        // Only root may give a file away; anybody else's own is the owner's, or the server says that it cannot open it.
        try? FileManager.default.setAttributes(owner, ofItemAtPath: file)
    }

    /// A connection that only reads, beside a server that writes.
    ///
    /// - Throws: `RecordsError`: cannotOpen (also when there is no file), damaged, foreign, newer.
    static func openToRead(_ file: String, limits: RecordsLimits) throws(RecordsError) -> DatabaseQueue {
        try expect(file)
        return try open(file, limits: limits, readOnly)
    }

    private static func open(
        _ file: String, limits: RecordsLimits, _ change: (Configuration) -> Configuration
    ) throws(RecordsError) -> DatabaseQueue {
        try translated(file) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(limits.busyTimeout.seconds)
            let queue = try DatabaseQueue(path: file, configuration: change(configuration))
            try queue.read { db in
                try inspect(db, file: file)
                guard try Migrations.all().hasCompletedMigrations(db) else {
                    throw RecordsError.cannotOpen(
                        file: file, words: "it is of an older release; the server brings it up to date when it starts")
                }
            }
            return queue
        }
    }

    /// Waits for locks as long as `RecordsLimits` says by default.
    static var patient: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(RecordsLimits().busyTimeout.seconds)
        return configuration
    }

    static func readOnly(_ configuration: Configuration) -> Configuration {
        var configuration = configuration
        configuration.readonly = true
        return configuration
    }

    /// Throws unless the file is ours and of this release or an older one; an empty one is ours.
    static func inspect(_ db: Database, file: String) throws {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") != 0 else { return }
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Migrations.applicationID else {
            throw RecordsError.foreign(file: file)
        }
        let known = Set(Migrations.all().migrations)
        let applied = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
        if let unknown = applied.first(where: { !known.contains($0) }) {
            throw RecordsError.newer(file: file, migration: unknown)
        }
    }

    static func translated<Value>(_ file: String, _ body: () throws -> Value) throws(RecordsError) -> Value {
        do {
            return try body()
        } catch let error as RecordsError {
            throw error
        } catch let error as DatabaseError {
            throw error.isDamage
                ? .damaged(file: file, words: error.words) : .cannotOpen(file: file, words: error.words)
        } catch let refusal as SystemFile.Refusal {
            throw .cannotOpen(file: file, words: refusal.words)
        } catch {
            throw .cannotOpen(file: file, words: "\(error)")
        }
    }
}

extension DatabaseError {
    /// SQLite's own words and its number, without the statement and its arguments.
    var words: String { words(system: nil) }

    /// The same, and what is to be done about it where that is known.
    var advised: String { isDamage ? "\(words); stop the server and \(RecordsError.advice)" : words }

    /// Whether SQLite has met pages that are none.
    var isDamage: Bool { [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(resultCode) }

    /// The same with the system's words for what it refused, if any.
    func words(system: String?) -> String {
        let text = [message ?? resultCode.description, system].compactMap(\.self).joined(separator: ": ")
        return "\(text) (SQLite \(extendedResultCode.rawValue))"
    }
}

extension Duration {
    /// As SQLite's columns have it.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

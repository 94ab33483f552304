internal import Foundation
internal import GRDB
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The file as it is open, and the watch that what is written goes where everybody will look for it.
///
/// A file that is removed while it is open lives on without a name: SQLite would go on writing, and all would be gone
/// with the process. It is written anew from what is still held, and nothing is lost. When another file stands in its
/// place, nobody can know which of the two somebody wants: what is held is kept beside it, and nothing is written any
/// more.
final class OpenFile: Sendable {
    private struct State {
        var pool: DatabasePool
        var identity: FileIdentity?
        /// Under which name it was kept beside the file that stands in its place.
        var held: String?
    }

    private let file: String
    private let limits: RecordsLimits
    private let onTrouble: @Sendable (RecordsTrouble) -> Void
    private let state: Mutex<State>

    /// - Throws: as `RecordsFile.open`.
    init(
        _ file: String, limits: RecordsLimits, onTrouble: @escaping @Sendable (RecordsTrouble) -> Void
    ) throws(RecordsError) {
        self.file = file
        self.limits = limits
        self.onTrouble = onTrouble
        state = Mutex(State(pool: try RecordsFile.open(file, limits: limits), identity: FileIdentity(file)))
    }

    /// What to read and to write with now.
    var pool: DatabasePool { state.withLock { $0.pool } }

    /// Asked before each transaction, and once a second; by one thread at a time. A system call.
    ///
    /// - Throws: `RecordsError.fault` when what is written now would be lost.
    func expectInPlace() throws(RecordsError) {
        let known = state.withLock { $0.identity }
        if let seen = FileIdentity(file) {
            guard seen != known else { return }
            throw try replaced()
        }
        // Another reason, such as a folder that may not be looked into any more, is told by SQLite, or harms nothing.
        guard errno == ENOENT || errno == ENOTDIR else { return }
        try putBack()
    }

    private func putBack() throws(RecordsError) {
        let old = pool
        let made = file + ".making-" + UUID().uuidString.prefix(8)
        defer { _ = unlink(made) }
        do {
            try FileManager.default.createDirectory(
                atPath: SystemFile.folder(of: file), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
            try SystemFile.make(made, mode: RecordsFile.mode)
            let new = try old.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [made])
                SystemFile.sync(made)
                // The old log, if it is still there, is not that of the new file.
                for suffix in ["-wal", "-shm"] { _ = unlink(file + suffix) }
                try SystemFile.name(made, file)
                let new = try RecordsFile.open(file, limits: limits)
                // Who waits for this connection must not write where nobody looks.
                try? db.execute(sql: "PRAGMA query_only = 1")
                return new
            }
            state.withLock { ($0.pool, $0.identity) = (new, FileIdentity(file)) }
            try? old.close()
        } catch {
            throw .fault("\(file) was removed, and cannot be written anew: \(Self.words(error))")
        }
        onTrouble(.putBack(file: file))
    }

    /// What is held is kept once; the server stays so until somebody has looked and starts it again.
    private func replaced() throws(RecordsError) -> RecordsError {
        let known = state.withLock { $0.held }
        let held = known ?? file + ".held-" + RecordsRestore.stamp(Date())
        if known == nil {
            do {
                try SystemFile.make(held, mode: RecordsFile.mode)
                try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [held]) }
                SystemFile.sync(held)
            } catch {
                throw .fault("\(file) was replaced, and what was in it cannot be kept: \(Self.words(error))")
            }
            state.withLock { $0.held = held }
        }
        return .fault("\(file) was replaced by another file; what was in it is kept as \(held): restart the server")
    }

    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: error.words
        case let refusal as SystemFile.Refusal: refusal.words
        default: (error as? RecordsError).map { "\($0)" } ?? error.localizedDescription
        }
    }
}

/// Which file it is, whatever its name.
struct FileIdentity: Equatable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Nil when it cannot be told; `errno` says why.
    init?(_ path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        (device, number) = (UInt64(facts.st_dev), UInt64(facts.st_ino))
    }
}

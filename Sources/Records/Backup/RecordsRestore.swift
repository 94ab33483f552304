public import Foundation
internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Puts a backup in the place of the records, and keeps what was there.
public struct RecordsRestore: Sendable, Equatable {
    /// What the records hold now.
    public let contents: RecordsContents
    /// The database that was there before, under its new name; nil: there was none.
    public let aside: String?

    /// For a process that has no records open. Blocks.
    ///
    /// The backup is only read. Sound files that are there stay as they are. Whatever fails, and whenever the process is
    /// killed, a database stands in its place: the old one, or the restored one, read through.
    ///
    /// - Parameters:
    ///   - backup: a folder that `RecordsBackup` made, or a database of ours.
    ///   - file: the place of the records; it and its folder need not be there.
    ///   - messages: the folder of the sound files.
    ///   - now: goes into the name of what is put aside.
    /// - Throws: `RecordsError`: cannotOpen, damaged, empty, foreign, newer, of the backup; inUse; fault.
    public static func run(
        _ backup: String, to file: String, messages: String, now: Date = Date()
    ) throws(RecordsError) -> RecordsRestore {
        let source = SystemFile.isFolder(backup) ? backup + "/" + RecordsBackup.fileName : backup
        let sounds = SystemFile.folder(of: source) + "/" + RecordsBackup.soundsName
        guard FileIdentity(source) == nil || FileIdentity(source) != FileIdentity(file) else {
            throw .fault("\(source): is the database itself; a backup was expected")
        }
        try makeFolders(file, messages)
        let hold = try holdPresent(file)
        let made = file + ".restoring-" + UUID().uuidString.prefix(8)
        defer { _ = unlink(made) }
        var contents = try RecordsCopy.make(of: source, at: made, mode: RecordsFile.mode) { db in
            try point(db, "messages", "file", to: messages, from: sounds)
            try point(db, "callbacks", "voice_note", to: messages, from: sounds)
        }
        own(made, as: SystemFile.folder(of: file))
        contents.sounds = try addSounds(sounds, messages)
        let aside = try exchange(made, file, now)
        withExtendedLifetime(hold) {}
        return RecordsRestore(contents: contents, aside: aside)
    }

    /// - Throws: `RecordsError.inUse` while a process has it open.
    private static func holdPresent(_ file: String) throws(RecordsError) -> FileHold? {
        guard SystemFile.isThere(file), !SystemFile.isFolder(file) else { return nil }
        return try FileHold(file)
    }

    private static func makeFolders(_ file: String, _ messages: String) throws(RecordsError) {
        for folder in [SystemFile.folder(of: file), messages] {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            } catch {
                throw .fault("\(folder): cannot be made: \(error.localizedDescription)")
            }
        }
    }

    /// Rows name sound files by their whole path, which may be another one here.
    private static func point(
        _ db: Database, _ table: String, _ column: String, to messages: String, from sounds: String
    ) throws {
        for path in try String.fetchAll(db, sql: "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) <> ''") {
            let name = (path as NSString).lastPathComponent
            guard SystemFile.isThere(sounds + "/" + name) else { continue }
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", arguments: [messages + "/" + name, path])
        }
    }

    /// - Returns: how many.
    private static func addSounds(_ sounds: String, _ messages: String) throws(RecordsError) -> Int {
        guard FileIdentity(sounds) != FileIdentity(messages) else { return 0 }
        var count = 0
        for name in (try? FileManager.default.contentsOfDirectory(atPath: sounds)) ?? [] {
            let target = messages + "/" + name
            guard !name.hasPrefix("."), !SystemFile.isThere(target) else { continue }
            do throws(SystemFile.Refusal) {
                try SystemFile.copy(sounds + "/" + name, to: target, mode: RecordsFile.mode)
            } catch {
                throw .fault("\(sounds)/\(name): cannot be copied to \(messages): \(error.words)")
            }
            own(target, as: messages)
            count += 1
        }
        SystemFile.sync(messages)
        return count
    }

    /// The old file gets a second name before it loses its first, and its log with it: the log of another file beside the
    /// restored one would be read as its own.
    private static func exchange(_ made: String, _ file: String, _ now: Date) throws(RecordsError) -> String? {
        let aside = SystemFile.isThere(file) ? freeName(file + ".before-restore-" + stamp(now)) : nil
        if let aside {
            try keep(file, as: aside)
            if SystemFile.isThere(file + "-wal") { try keep(file + "-wal", as: aside + "-wal") }
        }
        SystemFile.sync(SystemFile.folder(of: file))
        for suffix in ["-wal", "-shm"] { _ = unlink(file + suffix) }
        guard rename(made, file) == 0 else { throw .fault("\(file): cannot be replaced: \(SystemFile.words)") }
        SystemFile.sync(SystemFile.folder(of: file))
        return aside
    }

    private static func keep(_ path: String, as aside: String) throws(RecordsError) {
        // A folder has one name only.
        let isKept = SystemFile.isFolder(path) ? rename(path, aside) == 0 : link(path, aside) == 0
        guard isKept else { throw .fault("\(path): cannot be kept as \(aside): \(SystemFile.words)") }
    }

    private static func freeName(_ name: String) -> String {
        var free = name
        var number = 2
        while SystemFile.isThere(free) {
            free = "\(name)-\(number)"
            number += 1
        }
        return free
    }

    /// A moment in names: 20261224T113000Z.
    public static func stamp(_ now: Date) -> String {
        Timestamp.text(now).prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// Root restores for the user whose folder it is; anybody else's own is the owner's.
    private static func own(_ path: String, as folder: String) {
        var facts = stat()
        guard stat(folder, &facts) == 0 else { return }
        _ = chown(path, facts.st_uid, facts.st_gid)
    }
}

internal import Foundation
internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A copy of the records and of the messages, in a folder of its own: `attendant.sqlite`, and `messages` with the sound
/// files. Only its owner may read it.
public struct RecordsBackup: Sendable, Equatable {
    /// Of the database in the folder.
    public static let fileName = "attendant.sqlite"
    /// Of the folder of sound files in the folder.
    public static let soundsName = "messages"

    /// Where it is.
    public let folder: String
    /// What is in it.
    public let contents: RecordsContents

    /// Copies, beside a running server or without one; calls do not wait. Blocks.
    ///
    /// The folder gets its name when all is in it, is on disk and was read through: no name, no backup.
    ///
    /// - Parameters:
    ///   - file: the database.
    ///   - messages: the folder of the sound files; it need not be there.
    ///   - folder: a name that nothing has yet.
    /// - Throws: `RecordsError`: cannotOpen, damaged, empty, foreign, newer; fault. No folder is left then.
    public static func make(
        of file: String, messages: String, into folder: String
    ) throws(RecordsError) -> RecordsBackup {
        guard !SystemFile.isThere(folder) else { throw .fault("\(folder): is there already") }
        let made = folder + ".making-" + UUID().uuidString.prefix(8)
        do throws(RecordsError) {
            try makeFolder(made)
            let copy = made + "/" + fileName
            var contents = try RecordsCopy.make(of: file, at: copy, mode: 0o600)
            try makeFolder(made + "/" + soundsName)
            try copySounds(named: try named(in: copy), from: messages, to: made + "/" + soundsName, &contents)
            for path in [made + "/" + soundsName, made] { SystemFile.sync(path) }
            guard rename(made, folder) == 0 else { throw .fault("\(folder): cannot be made: \(SystemFile.words)") }
            SystemFile.sync(SystemFile.folder(of: folder))
            return RecordsBackup(folder: folder, contents: contents)
        } catch {
            try? FileManager.default.removeItem(atPath: made)
            throw error
        }
    }

    private static func makeFolder(_ path: String) throws(RecordsError) {
        guard mkdir(path, 0o700) == 0 else { throw .fault("\(path): cannot be made: \(SystemFile.words)") }
    }

    /// The sound files that the rows of a copy name, absolute.
    private static func named(in copy: String) throws(RecordsError) -> [String] {
        try RecordsFile.translated(copy) {
            try DatabaseQueue(path: copy, configuration: RecordsFile.readOnly(Configuration())).read { db in
                try String.fetchAll(
                    db, sql: "SELECT file FROM messages UNION SELECT voice_note FROM callbacks WHERE voice_note <> ''")
            }
        }
    }

    /// What rows name, and what else is there: the row of a message may still be waiting for a disk that had no room.
    ///
    /// Everybody may put files into the folder of messages. What no row names has to belong to somebody whose files
    /// rows name, to us, or to root, who may be Asterisk's user.
    private static func copySounds(
        named: [String], from messages: String, to folder: String, _ contents: inout RecordsContents
    ) throws(RecordsError) {
        var taken: Set<String> = []
        var sources = [messages]
        for path in named where taken.insert((path as NSString).lastPathComponent).inserted {
            let source = SystemFile.isThere(path) ? path : messages + "/" + (path as NSString).lastPathComponent
            guard SystemFile.isThere(source) else {
                contents.missing.append(path)
                continue
            }
            if try copy(source, to: folder, owners: nil, &contents) { sources.append(source) }
        }
        let owners = SystemFile.owners(of: sources).union([geteuid(), 0])
        let others = (try? FileManager.default.contentsOfDirectory(atPath: messages)) ?? []
        for name in others.sorted() where !name.hasPrefix(".") && taken.insert(name).inserted {
            _ = try copy(messages + "/" + name, to: folder, owners: owners, &contents)
        }
    }

    /// - Returns: whether it was copied; false: it is no file of ours.
    private static func copy(
        _ source: String, to folder: String, owners: Set<uid_t>?, _ contents: inout RecordsContents
    ) throws(RecordsError) -> Bool {
        do throws(SystemFile.Refusal) {
            let target = folder + "/" + (source as NSString).lastPathComponent
            try SystemFile.copy(source, to: target, mode: 0o600, owners: owners)
        } catch {
            guard error.isForeign else { throw .fault("\(source): cannot be copied: \(error.words)") }
            contents.foreign.append(source)
            return false
        }
        contents.sounds += 1
        return true
    }
}

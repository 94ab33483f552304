public import Foundation
import Records

/// `attendant backup`, `attendant restore`: what they did, in words.
public struct BackupDesk {
    private let configuration: Configuration
    private let now: Date

    /// - Parameter now: goes into names.
    public init(_ configuration: Configuration, now: Date = Date()) {
        self.configuration = configuration
        self.now = now
    }

    /// What was done, and what an admin should know of it.
    public struct Answer: Sendable {
        /// One line.
        public let text: String
        /// More lines, which are no part of it.
        public let notes: [String]
    }

    /// Copies the database and the messages into a new folder.
    ///
    /// - Parameter output: the folder, or one in which it is made; nil: the working directory.
    /// - Throws: `StartError.records`.
    public func backUp(into output: String?) throws(StartError) -> Answer {
        do throws(RecordsError) {
            let backup = try RecordsBackup.make(
                of: Opening.database(configuration), messages: Opening.messages(configuration),
                into: folder(output))
            let contents = backup.contents
            let text = "\(backup.folder): \(words(contents)), \(contents.sounds) sound files; read through, whole"
            return Answer(
                text: text,
                notes: contents.missing.map { "\($0): a row names it, but it is not there" } + strangers(contents))
        } catch {
            throw .records("\(error)")
        }
    }

    /// One line, for somebody may have put thousands there.
    private func strangers(_ contents: RecordsContents) -> [String] {
        guard !contents.foreign.isEmpty else { return [] }
        let names = contents.foreign.prefix(5).map { PlainText.of($0) }.joined(separator: ", ")
        let rest = contents.foreign.count > 5 ? " and \(contents.foreign.count - 5) more" : ""
        return ["not copied, for they are no plain files of ours: \(names)\(rest)"]
    }

    private func folder(_ output: String?) -> String {
        let name = "attendant-backup-" + RecordsRestore.stamp(now)
        guard let output else { return Opening.absolute(name) }
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
        return Opening.absolute(isThere && isFolder.boolValue ? output + "/" + name : output)
    }

    /// Puts a backup in the place of the database.
    ///
    /// - Parameter backup: the folder, or a database of ours.
    /// - Throws: `StartError.records`; the database is as it was then.
    public func restore(_ backup: String) throws(StartError) -> Answer {
        do throws(RecordsError) {
            let file = Opening.database(configuration)
            let restored = try RecordsRestore.run(
                Opening.absolute(backup), to: file, messages: Opening.messages(configuration), now: now)
            let contents = restored.contents
            var notes: [String] = []
            if let aside = restored.aside { notes.append("what was there before is kept as \(aside)") }
            if contents.open > 0 {
                notes.append(
                    "what was settled since the copy was made is open again: see `attendant callbacks list --open` "
                        + "before the server starts")
            }
            return Answer(
                text: "\(file): restored: \(words(contents)); \(contents.sounds) sound files added", notes: notes)
        } catch {
            throw .records("\(error)")
        }
    }

    private func words(_ contents: RecordsContents) -> String {
        "\(contents.calls) calls, \(contents.callbacks) requests (\(contents.open) open), \(contents.messages) messages"
    }
}

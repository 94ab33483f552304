import ArgumentParser
import Attendant

/// `attendant backup`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database and the recorded messages, also while the server runs.",
        discussion: """
            Makes a folder that only you may read, with

                attendant.sqlite   calls, requests, messages, notices, switches and what is still to be told, at one moment
                messages/          the sound files of the messages

            Callers do not wait meanwhile. The folder gets its name when the copy is on disk and was read through
            (SQLite's integrity_check). Menus, settings and secrets are files of yours and not in it. Who is forgotten
            later (`attendant forget`) is still in it: remove it in time.

                attendant backup --data /var/lib/attendant --output /var/backups
            """)

    @OptionGroup var settings: SettingOptions

    @Option(
        name: .shortAndLong,
        help: "The folder to make, or a folder to make it in; else attendant-backup-TIME where you are.")
    var output: String?

    func run() throws {
        let answer = try BackupDesk(try settings.reader().configuration).backUp(into: output)
        Output.line(answer.text)
        for note in answer.notes { Output.error("attendant: \(note)") }
    }
}

/// `attendant restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database; what was there is kept.",
        discussion: """
            Refuses while a process has the database open: stop the server first. The backup is read through before
            anything is changed, and only read. The database before it stays beside the new one, as
            attendant.sqlite.before-restore-TIME; sound files that are there stay as they are. Requests that were settled
            since the copy was made are open again, and mails since then are sent again.

                systemctl stop attendant.socket attendant
                attendant restore /var/backups/attendant-backup-20261224T020000Z --data /var/lib/attendant
                attendant callbacks list --open --data /var/lib/attendant
                systemctl start attendant
            """)

    @OptionGroup var settings: SettingOptions

    @Argument(help: "A folder that `attendant backup` made, or a file attendant.sqlite.")
    var backup: String

    func run() throws {
        let answer = try BackupDesk(try settings.reader().configuration).restore(backup)
        Output.line(answer.text)
        for note in answer.notes { Output.line(note) }
    }
}

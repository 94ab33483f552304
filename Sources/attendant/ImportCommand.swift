import ArgumentParser
import Attendant

/// `attendant import`
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a menu file of another system's menus.",
        discussion: """
            mysqldump asterisk > pbx.sql
            attendant import freepbx pbx.sql --output reception.json
            attendant import freepbx 20260303-backup.tar.gz --output reception.json
            attendant import freeswitch ivr.xml --output reception.json

            The file passes `attendant check`. What could not be carried over is told on standard error and in the
            file's `note`. A file that is there already is not overwritten.
            """, subcommands: [FreePBX.self, FreeSwitch.self])

    /// What both take.
    struct Options: ParsableArguments {
        @Argument(help: "The file to read.")
        var file: String

        @Option(name: .shortAndLong, help: "The menu file to write; else it is printed.")
        var output: String?

        @Option(help: "The menu with which calls begin.")
        var start: String?

        func run(_ source: MenuImport.Source) throws {
            let menu = try MenuImport(source, file: file, start: start)
            for remark in menu.remarks { Output.error("attendant: \(file): \(remark)") }
            guard let output else { return Output.line(menu.text) }
            try menu.write(to: output)
        }
    }

    /// `attendant import freepbx`
    struct FreePBX: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "freepbx", abstract: "From a mysqldump of FreePBX' database, or a backup of FreePBX.")

        @OptionGroup var options: Options

        func run() throws { try options.run(.freePBX) }
    }

    /// `attendant import freeswitch`
    struct FreeSwitch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "freeswitch", abstract: "From XML with FreeSWITCH's menus.")

        @OptionGroup var options: Options

        func run() throws { try options.run(.freeSwitch) }
    }
}

import ArgumentParser
import Attendant
import Foundation

/// `attendant callbacks`
struct CallbacksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callbacks", abstract: "Who wants to be called back.", subcommands: [List.self])

    /// `attendant callbacks list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the requests, oldest first.",
            discussion: """
                The database is read while the server runs. --json prints an array of rows with id, list, number,
                status, reason, label, created, language, attempts and more.
                """)

        @OptionGroup var settings: SettingOptions

        @Flag(help: "Only those still to be called.")
        var open = false

        @Flag(help: "Print a JSON array.")
        var json = false

        func run() throws {
            let configuration = try settings.reader().configuration
            Output.line(try RecordsView(configuration).callbacks(openOnly: open, json: json))
        }
    }
}

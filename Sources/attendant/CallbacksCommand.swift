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

/// `attendant calls`
struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls", abstract: "What happened in calls.", subcommands: [List.self, Show.self])

    /// `attendant calls list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the last calls.")

        @OptionGroup var settings: SettingOptions

        @Option(help: "How many.")
        var limit = 50

        @Flag(help: "Print a JSON array.")
        var json = false

        func run() throws {
            let configuration = try settings.reader().configuration
            Output.line(try RecordsView(configuration).calls(limit: limit, json: json))
        }
    }

    /// `attendant calls show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one call step by step, with the reason of each decision.")

        @OptionGroup var settings: SettingOptions

        @Argument(help: "The call's id, as `attendant calls list` shows it.")
        var id: String

        @Flag(help: "Print a JSON object.")
        var json = false

        func run() throws {
            let configuration = try settings.reader().configuration
            Output.line(try RecordsView(configuration).call(id, json: json))
        }
    }
}

import ArgumentParser
import Attendant
import Foundation

/// `attendant callbacks`
struct CallbacksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callbacks",
        abstract: "The callback desk: who wants to be called back, and what became of it.",
        discussion: """
            A request is new, then due when its time has come, dialing, connected, and ends as done, busy, no-answer,
            failed, invalid, cancelled or expired. Missed calls (missed) and requests that were not confirmed
            (unconfirmed) stand on the desk until somebody settles them. A request with an owner is left to the owner.

                attendant callbacks list --open             those that are late first
                attendant callbacks claim 12 --owner anna   it is Anna's
                attendant callbacks note 12 "rings back after six"
                attendant callbacks done 12
                attendant callbacks call 12                 ring Anna, who then presses 1
                attendant callbacks stats --days 30
            """,
        subcommands: [
            List.self, Show.self, Claim.self, Release.self, Note.self, Done.self, Cancel.self, Retry.self,
            CallNow.self, Export.self, Calendar.self, Stats.self,
        ])
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

import ArgumentParser
import Attendant
import Foundation

/// `attendant calls`
struct CallsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls", abstract: "What happened in calls.", subcommands: [List.self, Show.self])

    /// `attendant calls list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the last calls, newest first.",
            discussion: """
                attendant calls list --menu heating --since today
                attendant calls list --outcome hangup --since 7d --json
                attendant calls list --number "07700 900001"
                """)

        @OptionGroup var settings: SettingOptions

        @Option(help: "Only calls to this menu.")
        var menu: String?

        @Option(help: "Only since then: today, yesterday, 90m, 12h, 7d, 2026-03-03, \"2026-03-03 10:00\".")
        var since: String?

        @Option(help: "Only these: talked, callback, voicemail, handed-over, goodbye, hangup, failed.")
        var outcome: String?

        @Option(help: "Only calls from this number.")
        var number: String?

        @Option(help: "How many.")
        var limit = 50

        @Flag(help: "Print a JSON array.")
        var json = false

        func run() throws {
            let configuration = try settings.reader().configuration
            let filter = CallsView.Filter(menu: menu, since: since, outcome: outcome, number: number)
            Output.line(try CallsView(configuration).list(filter, limit: limit, json: json))
        }
    }

    /// `attendant calls show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show one call as it went, with the reason of each decision.",
            discussion: """
                Every prompt, key, decision, notice, web request and telephone, with the time since the call began.
                What is sensitive was never written down, and is shown as •••.

                    attendant calls show ID --as-test

                prints the call as a call test instead: the same world, the same keys, the same end. It is walked
                against the menu file of the menus folder before it is printed; standard error says when it does not
                pass there, and which secrets a placeholder stands for.
                """)

        @OptionGroup var settings: SettingOptions

        @Argument(help: "The call's id, as `attendant calls list` shows it, or Asterisk's unique id.")
        var id: String

        @Flag(help: "Print a JSON object.")
        var json = false

        @Flag(help: "Print the call as a call test.")
        var asTest = false

        func run() async throws {
            let configuration = try settings.reader().configuration
            let view = try CallsView(configuration)
            guard asTest else {
                return Output.line(try view.show(id, json: json, style: TerminalStyle(descriptor: STDOUT_FILENO)))
            }
            let test = try await view.test(of: id)
            Output.line(test.text)
            for note in test.notes { Output.error("attendant: \(note)") }
            if !test.hasPassed { throw ExitStatus.findings }
        }
    }
}

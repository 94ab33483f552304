import ArgumentParser
import Attendant
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension CallbacksCommand {
    /// `attendant callbacks list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the requests: those that are late first, then the oldest first.",
            discussion: """
                The database is read while the server runs. --json prints an array of rows with id, list, number,
                status, reason, label, created, language, attempts, overdue and more; --csv the same for spreadsheets.
                """)

        @OptionGroup var settings: SettingOptions

        @Flag(help: "Only those still to be called.")
        var open = false

        @Option(help: "Only those of one list.")
        var list: String?

        @Flag(help: "Print a JSON array.")
        var json = false

        @Flag(help: "Print comma-separated values.")
        var csv = false

        func validate() throws {
            if json && csv { throw ValidationError("--json and --csv exclude each other") }
        }

        func run() throws {
            let form: CallbackListing.Form = json ? .json : csv ? .csv : .table(inColour: Self.hasColour)
            let listing = try CallbackListing(try settings.reader().configuration)
            let text = try listing.list(openOnly: open, list: list, as: form)
            if csv { Output.text(text) } else { Output.line(text) }
        }

        /// https://no-color.org
        private static var hasColour: Bool {
            isatty(1) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        }
    }

    /// `attendant callbacks show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one request: all that is known, and every attempt.")

        @OptionGroup var settings: SettingOptions

        @Argument(help: "The request's id.")
        var id: Int64

        @Flag(help: "Print a JSON object.")
        var json = false

        func run() throws {
            Output.line(try CallbackListing(try settings.reader().configuration).show(id, json: json))
        }
    }

    /// `attendant callbacks export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Print every request that is kept, as comma-separated values or JSON.",
            discussion: """
                The values are those of RFC 4180; a text that a spreadsheet would take for a formula has an apostrophe
                in front.
                """)

        @OptionGroup var settings: SettingOptions

        @Flag(help: "Print a JSON array instead.")
        var json = false

        func run() throws {
            let text = try CallbackListing(try settings.reader().configuration).export(as: json ? .json : .csv)
            if json { Output.line(text) } else { Output.text(text) }
        }
    }

    /// `attendant callbacks ical`
    struct Calendar: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ical", abstract: "Print the open requests as a calendar (iCalendar, RFC 5545).",
            discussion: """
                Each request is an event from the moment it may be called to the end of what was promised. Let a web
                server hand the output out, and calendars show who must be called when.
                """)

        @OptionGroup var settings: SettingOptions

        @Option(help: "Only those of one list.")
        var list: String?

        func run() throws {
            Output.text(try CallbackListing(try settings.reader().configuration).calendar(list: list))
        }
    }

    /// `attendant callbacks stats`
    struct Stats: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stats",
            abstract: "How well promises are kept: asked, called in time, median wait, lost.")

        @OptionGroup var settings: SettingOptions

        @Option(help: "Only requests of the last so many days.")
        var days: Int?

        @Flag(help: "Print a JSON array: all lists together, then each.")
        var json = false

        func validate() throws {
            if let days, days < 1 { throw ValidationError("--days: at least 1 was expected") }
        }

        func run() throws {
            Output.line(try CallbackListing(try settings.reader().configuration).stats(days: days, json: json))
        }
    }
}

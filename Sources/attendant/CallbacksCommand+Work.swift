import ArgumentParser
import Attendant
import Foundation

extension CallbacksCommand {
    /// Which request, of which database.
    struct OneCallback: ParsableArguments {
        @OptionGroup var settings: SettingOptions

        @Argument(help: "The request's id.")
        var id: Int64

        func desk() throws -> CallbackWork { try CallbackWork(try settings.reader().configuration) }
    }

    /// `attendant callbacks claim`
    struct Claim: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "claim", abstract: "Give a request to somebody: it is left to them, and not called by itself.")

        @OptionGroup var target: OneCallback

        @Option(help: "Whose it is; else your own user name.")
        var owner: String?

        @Flag(help: "Also when it is somebody else's already.")
        var force = false

        func run() throws {
            let name = owner ?? NSUserName()
            guard !name.isEmpty else { throw ValidationError("--owner: a name was expected") }
            Output.line(try target.desk().claim(target.id, owner: name, isForced: force))
        }
    }

    /// `attendant callbacks release`
    struct Release: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Give a request back to everybody.")

        @OptionGroup var target: OneCallback

        func run() throws { Output.line(try target.desk().release(target.id)) }
    }

    /// `attendant callbacks note`
    struct Note: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "note", abstract: "Write a line about a request, below what is there.")

        @OptionGroup var target: OneCallback

        @Argument(help: "The line.")
        var text: String

        func run() throws { Output.line(try target.desk().note(target.id, text)) }
    }

    /// `attendant callbacks done`
    struct Done: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "done", abstract: "Settle a request.")

        @OptionGroup var target: OneCallback

        @Option(help: "A line about it.")
        var note: String?

        func run() throws { Output.line(try target.desk().done(target.id, note: note)) }
    }

    /// `attendant callbacks cancel`
    struct Cancel: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Give a request up.")

        @OptionGroup var target: OneCallback

        @Option(help: "A line about it.")
        var note: String?

        func run() throws { Output.line(try target.desk().cancel(target.id, note: note)) }
    }

    /// `attendant callbacks retry`
    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Make a request due now; one that ended without a talk begins anew.",
            discussion: "Who was talked to is not called again; a number that is on the list again is refused.")

        @OptionGroup var target: OneCallback

        func run() throws { Output.line(try target.desk().retry(target.id)) }
    }
}

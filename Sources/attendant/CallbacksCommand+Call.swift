import ArgumentParser
import Attendant

extension CallbacksCommand {
    /// `attendant callbacks call`
    struct CallNow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "call",
            abstract: "Ring those who call back for a request now, whatever the hours are.",
            discussion: """
                Whoever answers hears who is to be called, about what and since when, and presses 1 to call, 2 for later,
                3 when it is settled. Needs a running server, and the folder that Asterisk takes call files from
                (--spool, the same as the server's). Ends when somebody has answered, or nobody.
                """)

        @OptionGroup var settings: SettingOptions

        @Argument(help: "The request's id.")
        var id: Int64

        @Option(help: "The folder that Asterisk takes call files from, as /var/spool/asterisk/outgoing.")
        var spool: String?

        @Option(help: "Where Asterisk reaches the server, HOST:PORT; else the first address it listens on.")
        var agiAddress: String?

        @Option(help: "Dial string for inside numbers, as PJSIP/{number}.")
        var inside: String?

        func run() async throws {
            var reader = try settings.reader()
            for (name, value) in ["spool": spool, "agi-address": agiAddress, "inside": inside] {
                try reader.take(flag: name, [value].compactMap { $0 })
            }
            Output.line(try await CallbackCalling(reader.configuration).call(id))
        }
    }
}

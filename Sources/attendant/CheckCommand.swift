import ArgumentParser
import Attendant
import Foundation

/// `attendant check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with menu files, with line and column, and run their test calls.",
        discussion: """
            Each finding is one line: FILE:LINE:COLUMN: severity rule: what is wrong and what was expected. Errors
            keep a file from being served; warnings say what callers would suffer from.

            Beside heating.json stands heating.test.json, if you like: test calls, which are walked on a simulated
            telephone in no time. A call that fails is told with the line of its script, the reason, and what
            happened, second by second.

            The menu is also called again and again with other keys, to tell how many seconds callers need until they
            have chosen what they want, from the lengths of the real sounds; --seconds adds a table of the ways to
            everybody and everything: what a newcomer hears before he presses the last key, what he needs in all, and
            what somebody needs who knows the menu, the slowest first. Rules of good practice look at these seconds,
            too; "lint" in a menu sets their limits, and switches a rule off for a reason.

            With --agi the calls are played over TCP as well, by a fake Asterisk and in real time, and each must go as on
            the simulated telephone: "--agi own" starts a server for it, "--agi HOST:PORT" calls one that was started
            with "attendant serve --rehearsal" beside the same files.

            Exit code 0: no errors, all calls passed; 1: errors, failed calls, or warnings with --strict; 3: a file
            cannot be read.
            """)

    @Argument(help: "Menu files, or folders of them.")
    var paths: [String]

    @Flag(help: "Warnings count as errors.")
    var strict = false

    @Flag(help: "Print the seconds to each destination as well.")
    var seconds = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(help: "Play the test calls over TCP, too: to HOST:PORT, or to a server of its own: own.")
    var agi: String?

    @Option(help: "text, json, or github: annotations of a workflow.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github }

    @OptionGroup var settings: SettingOptions

    func run() async throws {
        let check = try await MenuCheck(paths, try settings.reader().configuration, agi: agi)
        switch json ? .json : format {
        case .text: Output.line(check.text(seconds: seconds))
        case .json: Output.line(check.json)
        case .github: if !check.github.isEmpty { Output.line(check.github) }
        }
        if check.fails(strict: strict) { throw ExitStatus.findings }
    }
}

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

            Exit code 0: no errors, all calls passed; 1: errors, failed calls, or warnings with --strict; 3: a file
            cannot be read.
            """)

    @Argument(help: "Menu files, or folders of them.")
    var paths: [String]

    @Flag(help: "Warnings count as errors.")
    var strict = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var settings: SettingOptions

    func run() async throws {
        let check = try await MenuCheck(paths, try settings.reader().configuration)
        Output.line(json ? check.json : check.text)
        if check.fails(strict: strict) { throw ExitStatus.findings }
    }
}

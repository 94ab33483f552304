import ArgumentParser
import Attendant
import Foundation

/// `attendant check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with menu files, with line and column.",
        discussion: """
            Each finding is one line: FILE:LINE:COLUMN: severity rule: what is wrong and what was expected. Errors
            keep a file from being served; warnings say what callers would suffer from.

            Exit code 0: no errors; 1: errors, or warnings with --strict; 3: a file cannot be read.
            """)

    @Argument(help: "Menu files, or folders of them.")
    var paths: [String]

    @Flag(help: "Warnings count as errors.")
    var strict = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let check = try MenuCheck(paths)
        Output.line(json ? check.json : check.text)
        if check.fails(strict: strict) { throw ExitStatus.findings }
    }
}

public import ArgumentParser
public import Attendant

/// `attendant script`
struct ScriptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "script",
        abstract: "Print the whole text of a menu, with the names of its recordings.",
        discussion: """
            Everything a caller may hear, in the order in which callers come by, for reading aloud or for recording in a
            studio. Under each line stands the file that a recording of it has, beside the menu:

                heating.recordings/en/for-repairs-press-1-0a1b2c3d.wav

            A file of that name is heard instead of eSpeak NG at once, also by a server that runs; lines without one are
            spoken. The last eight characters stand for the words: a line that is changed needs a new recording, and is
            spoken until there is one. Any rate and any level will do; wav (PCM, 8 to 32 bits), wav16, sln, sln16, ulaw
            and alaw are read. What only a call knows, as {caller.name}, is always spoken, and its line with it.

                attendant script heating.json
                attendant script heating --missing --format csv > studio.csv
            """)

    @OptionGroup var target: MenuOptions

    @Option(help: "Only this language, as en or pl.")
    var language: String?

    @Flag(help: "Only lines that are not recorded yet.")
    var missing = false

    @Option(help: "text, csv or json.")
    var format = MenuScript.Format.text

    @Flag(help: "Print one JSON object: the same as --format json.")
    var json = false

    func run() throws {
        let script = try MenuScript(
            target.menu, try target.configuration(), language: language, onlyMissing: missing)
        Output.line(script.printed(json ? .json : format))
    }
}

extension MenuScript.Format: ExpressibleByArgument {}

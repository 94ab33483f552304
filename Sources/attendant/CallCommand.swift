import ArgumentParser
import Attendant
import Foundation

/// `attendant call`
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Call a menu from this terminal, no telephone needed.",
        discussion: """
            MENU is a name (the running server on 127.0.0.1:4573 is called, else the file of the menus folder is
            walked here) or a menu file (walked here). Without --keys the keyboard is the telephone's keypad: 0-9 * #
            act at once, h hangs up.

                attendant call reception
                attendant call reception.json --keys "1"
                attendant call reception --keys "4,wait 2,1,hang up" --from "+44 7700 900001" --json

            --keys is what the caller does, in order, joined by commas: keys (pressed once the line waits for them),
            "1 now" (at once, over the prompt), "wait 2" (seconds), "speak 6" (into a message), "hang up".
            """)

    @Argument(help: "A menu's name, or a menu file.")
    var menu: String

    @OptionGroup var settings: SettingOptions

    @Option(help: "What the caller does.")
    var keys: String?

    @Option(help: "The caller's number, or \"hidden\".")
    var from: String?

    @Option(help: "The caller's name.")
    var name: String?

    @Option(help: "The number that was dialled.")
    var called: String?

    @Option(help: "When the call arrives, as \"2026-12-24 11:30\" in the menu's zone; walked here.")
    var at: String?

    @Option(help: "How telephones behave: \"201=answers after 3,ben=busy\" (answers, busy, offline, no-answer).")
    var people: String?

    @Option(help: "Call the server on HOST:PORT, in real time.")
    var agi: String?

    @Flag(help: "Print the transcript as JSON.")
    var json = false

    func run() async throws {
        let configuration = try settings.reader().configuration
        let request = TestCall.Request(
            menu: menu, keys: keys, from: from, name: name, called: called, at: at, people: people, agi: agi)
        let report = try await TestCall(request, configuration).place { if !json { Output.line($0) } }
        if json { Output.line(report.json) }
    }
}

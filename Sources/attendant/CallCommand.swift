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
            act at once, h hangs up. Prompts appear as they would be spoken; at the end the call can be saved as a
            call test.

                attendant call reception
                attendant call reception.json --at "2026-12-25 11:00" --people "anna=busy,ben=answers after 5"
                attendant call reception.json --keys "1"
                attendant call reception --keys "4,wait 2,1,hang up" --from "+44 7700 900001" --json

            --keys is what the caller does, in order, joined by commas: keys (pressed once the line waits for them),
            "1 now" (at once, over the prompt), "wait 2" (seconds), "speak 6" (into a message), "hang up".

            A telephone of which nothing is said is answered after 3 s. What --at, --world, --web and the like say
            is the world of call tests (`attendant language`, "Call tests"), and nothing of such a call is kept.
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

    @OptionGroup(title: "The world of the call, walked here") var world: CallWorldOptions

    @Option(help: "Call the server on HOST:PORT, in real time.")
    var agi: String?

    @Flag(help: "Play the prompts on this machine, by paplay, aplay, ffplay or play.")
    var sound = false

    @Flag(help: "Save the call as a call test beside the menu, without asking.")
    var saveTest = false

    @Option(help: "Save the call as a call test in this file.")
    var testFile: String?

    @Flag(help: "Print the transcript as JSON.")
    var json = false

    func run() async throws {
        let configuration = try settings.reader().configuration
        var request = TestCall.Request(
            menu: menu, keys: keys, from: from, name: name, called: called, at: at, people: people, agi: agi)
        request.world = world.options
        request.isHeard = sound
        request.isQuiet = json
        request.savesTest = saveTest || testFile != nil
        request.testFile = testFile
        let report = try await TestCall(request, configuration).place { if !json { Output.line($0) } }
        if json { Output.line(report.json) }
    }
}

/// The flags that say what a call meets outside the menu.
struct CallWorldOptions: ParsableArguments {
    @Option(help: "A JSON file with keys of a call test's world; the flags stand over it.")
    var world: String?

    @Option(help: "A web service: 'GET */visits/* {\"id\": \"7\"}', perhaps with a status and \"takes 2\" before it.")
    var web: [String] = []

    @Option(help: "A JSON file with the list \"web\" of a call test.")
    var webFile: String?

    @Option(help: "Queues: \"desk=full,sales=waiting 3 answers after 20\" (or empty).")
    var queues: String?

    @Option(help: "Notices that are switched on: \"gas-off,storm\".")
    var notices: String?

    @Option(name: .customLong("switch"), help: "Hours switched by hand: \"office=closed\".")
    var switches: String?

    @Option(help: "The caller's place on callback lists: \"office=2\".")
    var listed: String?

    @Option(help: "Channel variables: \"ACCOUNT=42\".")
    var channel: String?

    @Option(help: "Query items of the AGI URL: \"step=reminder\".")
    var args: String?

    @Option(help: "Earlier calls of the number on the same day.")
    var callsToday: Int?

    @Option(help: "On which side of each share the call is, 0 to 99.")
    var dice: Int?

    @Option(help: "The channel's language.")
    var language: String?

    @Flag(help: "Nothing can be written down.")
    var broken = false

    /// As the module has them.
    var options: WorldOptions {
        var options = WorldOptions()
        options.file = world
        options.web = web
        options.webFile = webFile
        options.queues = queues
        options.notices = notices
        options.switches = switches
        options.listed = listed
        options.channel = channel
        options.arguments = args
        options.callsToday = callsToday
        options.dice = dice
        options.language = language
        options.isBroken = broken
        return options
    }
}

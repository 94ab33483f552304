import ArgumentParser
import Attendant
import Foundation

/// `attendant hours`
struct HoursCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Is it open, when does it open next, and why; and switching it by hand.",
        discussion: """
            attendant hours heating.json --at "2026-12-24 11:30"     what the file says of any moment
            attendant hours show heating                             what counts now, switches included
            attendant hours close heating --until "tomorrow 8:00"    a running server sees it within two seconds
            attendant hours auto heating                             the file's hours count again

            MENU is the name of a menu, or its file. --until takes "18:00", "tomorrow 8:00" or "2026-12-24 11:30", in
            the menu's time zone. Without --schedule the schedule "office" is meant, or the only one.
            """, subcommands: [Show.self, Open.self, Close.self, Auto.self, Answer.self],
        defaultSubcommand: Answer.self)

    /// `attendant hours FILE`
    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer", abstract: "What the file says of a moment; the word may be left out.")

        @Argument(help: "A menu file, or the name of a menu.")
        var file: String

        @Option(help: "The moment, as \"2026-12-24 11:30\", perhaps with seconds and +01:00; else now.")
        var at: String?

        @Option(help: "The schedule.")
        var schedule: String?

        @Flag(help: "Print a JSON object.")
        var json = false

        @OptionGroup var settings: SettingOptions

        func run() throws {
            let desk = HoursDesk(try settings.reader().configuration)
            Output.line(try desk.answer(file, at: at, schedule: schedule, json: json))
        }
    }

    /// `attendant hours show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "What counts now, switches included.")

        @OptionGroup var target: MenuOptions

        @Option(help: "Only this schedule.")
        var schedule: String?

        @Flag(help: "Print a JSON array.")
        var json = false

        func run() throws {
            let desk = HoursDesk(try target.configuration())
            Output.line(try desk.show(target.menu, schedule: schedule, json: json))
        }
    }

    /// What open and close share.
    struct SwitchOptions: ParsableArguments {
        @OptionGroup var target: MenuOptions

        @Option(help: "The schedule.")
        var schedule: String?

        @Option(help: "When the file's hours count again.")
        var until: String?

        func turn(open isOpen: Bool) throws {
            let desk = HoursDesk(try target.configuration())
            Output.line(try desk.turn(target.menu, open: isOpen, schedule: schedule, until: until))
        }
    }

    /// `attendant hours open`
    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Switch a schedule open, whatever the file says.")

        @OptionGroup var options: SwitchOptions

        func run() throws { try options.turn(open: true) }
    }

    /// `attendant hours close`
    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Switch a schedule closed, whatever the file says.")

        @OptionGroup var options: SwitchOptions

        func run() throws { try options.turn(open: false) }
    }

    /// `attendant hours auto`
    struct Auto: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "auto", abstract: "Let the file's hours count again.")

        @OptionGroup var target: MenuOptions

        @Option(help: "The schedule.")
        var schedule: String?

        func run() throws {
            let desk = HoursDesk(try target.configuration())
            Output.line(try desk.release(target.menu, schedule: schedule))
        }
    }
}

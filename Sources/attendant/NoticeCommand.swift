import ArgumentParser
import Attendant
import Foundation

/// `attendant notice`
struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Announcements that every caller hears first, switched while the server runs.",
        discussion: """
            A running server sees a change within two seconds; calls that begin then hear it, without a restart.

                attendant notice add heating "Water main burst in Harbour Street." --until 18:00
                attendant notice on heating gas-off --until "tomorrow 8:00"
                attendant notice off heating gas-off
                attendant notice list

            MENU is the name of a menu, or its file. --until takes "18:00", "tomorrow 8:00" or "2026-12-24 11:30", in
            the menu's time zone; then the notice is off by itself.
            """, subcommands: [Add.self, On.self, Off.self, Remove.self, List.self])

    /// `attendant notice add`
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Make a notice and switch it on; the same name again gives it new words.")

        @OptionGroup var target: MenuOptions

        @Argument(help: "What callers hear, as it stands.")
        var text: String

        @Option(help: "When it is off by itself.")
        var until: String?

        @Option(help: "Its name; else notice-1, notice-2…")
        var name: String?

        func run() throws {
            let desk = NoticeDesk(try target.configuration())
            Output.line(try desk.add(text, to: target.menu, name: name, until: until))
        }
    }

    /// Which notice of which menu.
    struct NamedNotice: ParsableArguments {
        @OptionGroup var target: MenuOptions

        @Argument(help: "The notice's name.")
        var name: String
    }

    /// `attendant notice on`
    struct On: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "on", abstract: "Switch a notice on: one of the menu file, or one that was added.")

        @OptionGroup var notice: NamedNotice

        @Option(help: "When it is off by itself.")
        var until: String?

        func run() throws {
            let desk = NoticeDesk(try notice.target.configuration())
            Output.line(try desk.turn(notice.name, of: notice.target.menu, on: true, until: until))
        }
    }

    /// `attendant notice off`
    struct Off: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "off", abstract: "Switch a notice off.")

        @OptionGroup var notice: NamedNotice

        func run() throws {
            let desk = NoticeDesk(try notice.target.configuration())
            Output.line(try desk.turn(notice.name, of: notice.target.menu, on: false))
        }
    }

    /// `attendant notice remove`
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Forget a notice that was added; one of the file goes by the file again.")

        @OptionGroup var notice: NamedNotice

        func run() throws {
            let desk = NoticeDesk(try notice.target.configuration())
            Output.line(try desk.remove(notice.name, of: notice.target.menu))
        }
    }

    /// `attendant notice list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the notices, of the files and added, and which are heard now.")

        @Argument(help: "Only those of this menu.")
        var menu: String?

        @Flag(help: "Print a JSON array.")
        var json = false

        @OptionGroup var settings: SettingOptions

        func run() throws {
            let list = try NoticeList(menu, try settings.reader().configuration)
            Output.line(json ? list.json : list.text)
        }
    }
}

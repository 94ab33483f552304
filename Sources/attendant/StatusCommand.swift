import ArgumentParser
import Attendant

/// `attendant status`
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the running server does.",
        discussion: """
            Calls now by menu and step and how long the first of them has been there, the versions of the menus and
            since when they answer, what waits in the queues, and the last errors of the log.

            It asks the server through attendant.sock in its data folder, which only the server's user and root may do.
            Where no server runs it says so, and exits with 3. For Prometheus and monitors see --status-listen of
            "attendant serve".
            """)

    @OptionGroup var settings: SettingOptions

    @Flag(help: "Print a JSON object.")
    var json = false

    func run() throws {
        let view = try StatusView(try settings.reader().configuration)
        Output.line(json ? view.json : view.text)
    }
}

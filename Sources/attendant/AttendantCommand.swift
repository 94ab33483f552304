import ArgumentParser
import Attendant

/// The command `attendant`: one file per subcommand, no logic of its own.
@main
struct AttendantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendant",
        abstract: "A telephone receptionist for Asterisk: menus in JSON, spoken prompts, callbacks that are kept.",
        discussion: """
            Asterisk hands a call over with one line in extensions.conf:

                exten => 700,1,AGI(agi://127.0.0.1/reception)

            and Attendant walks the menu file reception.json with the caller. Begin with

                attendant check reception.json     is the file right?
                attendant call reception.json      hear it here, no telephone needed
                attendant serve --menus .          answer Asterisk's calls
                attendant callbacks list           who wants to be called back
                attendant status                   how the server does now

            Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 could not be done.
            """,
        version: Release.version,
        subcommands: [
            ServeCommand.self, StatusCommand.self, CheckCommand.self, CallCommand.self, DrawCommand.self,
            ScriptCommand.self, SayCommand.self,
            CallbacksCommand.self, CallsCommand.self, NoticeCommand.self, HoursCommand.self, ImportCommand.self,
            SchemaCommand.self, LanguageCommand.self, ForgetCommand.self, ExportCommand.self,
            BackupCommand.self, RestoreCommand.self, SpeakWorkerCommand.self,
        ])

    static func main() async { await ExitStatus.run(Self.self) }
}

import ArgumentParser
import Attendant
import Foundation

/// `attendant forget`
struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Remove a person from every table and file, and say what was removed.",
        discussion: """
            Looks for the number in calls, steps, requests, messages and what is still to be sent; the sound files go
            first. Prompts in --sounds that say the number go, too. The database is written anew, so that the bytes are gone, too; a running server waits meanwhile.
            What a mail or a webhook has told already, the log, backups and the lists of your menu files are yours to
            look after. Exit code 3 when something remains.
            """)

    @OptionGroup var settings: SettingOptions

    @Argument(help: "The number, as +44 7700 900001 or as people of your country write it.")
    var number: String

    @Option(help: "The country of a number written without one, two letters.")
    var country: String?

    func run() throws {
        let answer = try PersonDesk(try settings.configuration(country: country)).forget(number)
        Output.line(answer.text)
        if !answer.isComplete { throw ExitStatus.couldNot }
    }
}

import ArgumentParser
import Attendant
import Foundation

/// `attendant export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print all that is held about a person, as JSON: every row, and the sound files.")

    @OptionGroup var settings: SettingOptions

    @Argument(help: "The number, as +44 7700 900001 or as people of your country write it.")
    var number: String

    @Option(help: "The country of a number written without one, two letters.")
    var country: String?

    func run() throws {
        Output.line(try PersonDesk(try settings.configuration(country: country)).export(number))
    }
}

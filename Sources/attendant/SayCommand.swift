import ArgumentParser
import Attendant
import Foundation

/// `attendant say`
struct SayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "say",
        abstract: "Speak a text as callers would hear it.",
        discussion: """
            Writes an 8 kHz wave file, and plays it when no --output is given and this machine has a player (aplay,
            play, paplay).

                attendant say "For repairs, press 1." --output repairs.wav
                attendant say "Dzień dobry." --language pl
            """)

    @Argument(help: "The text.")
    var text: String

    @Option(name: .shortAndLong, help: "The wave file to write.")
    var output: String?

    @Option(help: "The language, as en or pl.")
    var language = "en"

    @Option(help: "The eSpeak NG voice, as en-us+f2; else the language's default.")
    var voice: String?

    @Option(help: "Words a minute.")
    var speed: Int?

    func run() async throws {
        let saying = Saying(text: text, language: language, voice: voice, speed: speed, isApart: true)
        let said = try await saying.speak(into: output)
        Output.line(said)
    }
}

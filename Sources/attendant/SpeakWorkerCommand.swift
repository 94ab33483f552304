import ArgumentParser
import Attendant

/// `attendant speak-worker`: what the server starts to speak with; for nobody to type.
struct SpeakWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: SpeechProcess.command, abstract: "Speak for a server.", shouldDisplay: false)

    func run() throws { SpeechProcess.work() }
}

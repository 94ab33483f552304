import Foundation
import MenuFile
import Reception
import Speech

/// `attendant say`: a text as callers would hear it.
public struct Saying: Sendable {
    private let text: String
    private let language: String
    private let settings: VoiceSettings
    private let isApart: Bool

    /// A text to speak; nil settings stand for the language's defaults.
    ///
    /// - Parameter isApart: whether eSpeak NG runs in a process of its own, as `Configuration.isSpeechApart` has it.
    public init(text: String, language: String, voice: String?, speed: Int?, isApart: Bool = false) {
        self.isApart = isApart
        self.text = text
        self.language = language
        settings = VoiceSettings(voice: voice, speed: speed)
    }

    /// Speaks into a file; without one, into a temporary file that is played.
    ///
    /// - Returns: one line that says what was made.
    /// - Throws: `StartError.speech`.
    public func speak(into output: String?) async throws(StartError) -> String {
        let file = output ?? Self.temporaryFile()
        defer { if output == nil { try? FileManager.default.removeItem(atPath: file) } }
        let prompt = Prompt([.speech(text, Prompt.Voice(language: language, settings: settings))])
        let length: Duration
        do {
            let engine = try SpeechProcess.engine(isApart: isApart, nil)
            let speaker = Speaker(
                limits: Self.limits, defaults: { LanguagePack.pack(for: $0)?.voice ?? VoiceSettings() },
                synthesizer: engine)
            length = try await speaker.speak(prompt, to: file)
        } catch {
            throw .speech((error as? PromptError)?.words ?? "\(error)")
        }
        let seconds = Double(length.components.attoseconds) / 1e18 + Double(length.components.seconds)
        let made = "\(String(format: "%.1f", seconds)) s of speech"
        guard output == nil else { return "\(made) in \(file)" }
        guard let player = Player.found else {
            throw .speech("this machine has none of \(Player.names); write a file with --output FILE")
        }
        try player.play(file)
        return made
    }

    /// No caller waits here: a busy machine may take its time.
    private static let limits: SpeechLimits = {
        var limits = SpeechLimits()
        limits.patience = .seconds(60)
        return limits
    }()

    private static func temporaryFile() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("attendant-say-\(UUID().uuidString).wav").path
    }
}

/// A program of this machine that plays wave files.
struct Player {
    let program: String
    let arguments: [String]

    private static let known = [("aplay", ["-q"]), ("paplay", []), ("play", ["-q"])]

    static var names: String { known.map(\.0).joined(separator: ", ") }

    /// The first one on PATH.
    static var found: Player? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for (name, arguments) in known {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return Player(program: "\(folder)/\(name)", arguments: arguments)
            }
        }
        return nil
    }

    func play(_ file: String) throws(StartError) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments + [file]
        do {
            try process.run()
            process.waitUntilExit()
        } catch {
            throw .speech("\(program): cannot be run: \(error.localizedDescription)")
        }
        if process.terminationStatus != 0 {
            throw .speech("\(program): could not play the sound; write a file with --output FILE")
        }
    }
}

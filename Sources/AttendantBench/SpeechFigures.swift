import Foundation
import MenuFile
import Reception
import Speech

/// Text to both files, and from the cache.
enum SpeechFigures {
    private static let sentence = "For repairs, press 1. For bills and payments, press 2. For a call back, press 3. "

    private static let rounds = 50

    static func run() async throws {
        try await figures("inside the process", ESpeakEngine())
        let words = [CommandLine.arguments[0], "speak-worker"]
        var starts: [Double] = []
        for _ in 0..<rounds {
            let took = try ContinuousClock().measure { _ = try ESpeakProcess(words, name: "attendant") }
            starts.append(took.seconds * 1000)
        }
        try await figures("in a process of its own", ESpeakProcess(words, name: "attendant"))
        print(String(format: "start of that process: median %.1f ms", starts.sorted()[rounds / 2]))
    }

    private static func figures(_ place: String, _ engine: any Synthesizer) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = try SpeechLibrary(
            sounds: folder, defaults: { LanguagePack.pack(for: $0)?.voice ?? VoiceSettings() }, synthesizer: engine)
        let voice = Prompt.Voice(language: "en")
        _ = try await library.sound(of: Prompt([.speech("warm", voice)]))
        var times: [Double] = []
        for round in 0..<rounds {
            let prompt = Prompt([.speech(sentence + "\(round).", voice)])
            let clock = ContinuousClock()
            var sound: Sound?
            let took = try await clock.measure { sound = try await library.sound(of: prompt) }
            let length = sound?.length.seconds ?? 1
            times.append(took.seconds * 1000 * 10 / length)
        }
        let hit = Prompt([.speech(sentence + "1.", voice)])
        let fromCache = ContinuousClock().measure { for _ in 0..<1000 { _ = library.ready(hit) } }
        print(
            "\n10 s of speech, text to both files, eSpeak NG \(place): median",
            String(
                format: "%.1f ms, worst of %d %.1f ms; from the cache %.4f ms", times.sorted()[times.count / 2],
                rounds, times.max() ?? 0, fromCache.seconds))
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

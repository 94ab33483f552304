import Foundation
import MenuFile
import Reception
import Speech

/// A menu of 300 steps: read and checked, and its prompts found in the cache.
enum MenuFigures {
    private static let steps = 300

    static func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bytes = Array(text.utf8)
        let clock = ContinuousClock()
        var loaded: MenuDocument?
        let reading = clock.measure {
            loaded = MenuLoader.load(bytes, fileName: "large.json", release: .current).document
        }
        guard let document = loaded else { return print("a menu of \(steps) steps: could not be read") }
        let prompts = StaticPrompts.of(document)
        let making = await clock.measure { _ = await library(folder)?.prepare(prompts) }
        let finding = await clock.measure { _ = await library(folder)?.prepare(prompts) }
        print(
            String(
                format:
                    "a menu of %d steps: read and checked in %.0f ms; its %d prompts made in %.1f s, found in %.0f ms",
                steps, reading.seconds * 1000, prompts.count, making.seconds, finding.seconds * 1000))
    }

    /// A library as a server opens it: the folder is looked through anew.
    private static func library(_ folder: String) -> SpeechLibrary? {
        try? SpeechLibrary(
            sounds: folder, defaults: { LanguagePack.pack(for: $0)?.voice ?? VoiceSettings() },
            synthesizer: ESpeakEngine())
    }

    private static var text: String {
        let named = (0..<steps).map { number in
            let next = number + 1 < steps ? "step\(number + 1)" : "operator"
            return """
                "step\(number)": { "say": "This is step number \(number).", "menu": {
                "1": { "for": "part \(number)", "go": "\(next)" }, "2": { "for": "a person", "ring": "201" } } }
                """
        }
        return """
            { "attendant": 1, "name": "Large", "operator": "200", "start": "step0",
              "steps": { \(named.joined(separator: ",\n")) } }
            """
    }
}

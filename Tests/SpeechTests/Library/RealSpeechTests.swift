import MenuFile
import Reception
import Testing

@testable import Speech

/// Whole sounds through eSpeak NG and libsoxr, measured.
@Suite struct RealSpeechTests {
    let folder: TemporaryFolder
    let library: SpeechLibrary

    init() throws {
        folder = try TemporaryFolder()
        library = try SpeechLibrary(
            sounds: folder.path, limits: .patient, defaults: { VoiceSettings(voice: $0 == "en" ? "en-us+f2" : $0) })
    }

    @Test(
        "speaks each language at the right level, from the right moment, at both rates",
        arguments: [
            ("en", "Welcome to the clinic. For appointments, press 1."), ("pl", "Dzień dobry, witamy w przychodni"),
            ("ru", "Здравствуйте, вы позвонили в клинику"), ("id", "Selamat datang di klinik kami"),
            ("cmn", "欢迎致电我们的诊所"), ("de", "Guten Tag und willkommen"), ("fr", "Bonjour et bienvenue"),
            ("es", "Hola, bienvenidos a la clínica"),
        ])
    func languages(language: String, text: String) async throws {
        let sound = try await library.sound(of: Prompt([.speech(text, Prompt.Voice(language: language))]))
        let narrow = try Measure(wave: sound.path + ".wav")
        let wide = Measure(raw: try bytes(sound.path + ".sln16"), rate: 16_000)
        #expect(narrow.rate == 8_000 && wide.samples.count == narrow.samples.count * 2)
        #expect(abs(narrow.seconds - sound.length / .seconds(1)) < 0.001)
        #expect(sound.length > .seconds(0.8) && sound.length < .seconds(8))
        for measure in [narrow, wide] {
            #expect(abs(measure.speechLevel - -19) < 2)
            #expect(measure.peak < -1)
            #expect(abs(measure.leading - 0.05) < 0.01)
            #expect(abs(measure.mean) < 0.003)
        }
    }

    @Test("pauses between choices as long as was asked", arguments: [300, 600])
    func pause(milliseconds: Int) async throws {
        let pieces: [Prompt.Piece] = [
            .speech("bills", english), .pause(.milliseconds(milliseconds)), .speech("repairs", english),
        ]
        let sound = try await library.sound(of: Prompt(pieces))
        let pause = try Measure(wave: sound.path + ".wav").longestPause
        #expect(abs(pause - Double(milliseconds) / 1000) < 0.05)
    }

    @Test(
        "makes a sound of a hostile text, and of what comes after it",
        arguments: [
            "<speak><break time=\"60s\"/>hi</speak>", "[[h@l'oU]] [[", "nul\u{0}nul", "\u{1}999S\u{1}0A quick",
            "\u{202E}\u{2066}right to left\u{200F}", "😀 🇵🇱 👨‍👩‍👧‍👦", "%s%n%d", String(repeating: "(", count: 300),
            String(repeating: "9", count: 150), String(repeating: "ą", count: 300),
            "e" + String(repeating: "\u{301}", count: 500),
        ])
    func hostile(text: String) async throws {
        let sound = try await library.sound(of: .text(text))
        #expect(sound.length >= .milliseconds(50))
        let after = try await library.sound(of: .text("For repairs, press one."))
        #expect(after.length > .seconds(1.8) && after.length < .seconds(3))
    }

    @Test("refuses ten thousand characters")
    func tooLong() async {
        await #expect(throws: PromptError.tooLong(characters: 10_001, limit: 5_000)) {
            try await library.sound(of: .text(String(repeating: "hello wor ", count: 1000) + "d"))
        }
    }
}

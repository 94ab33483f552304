import MenuFile
import Reception
import Testing

@testable import Speech

@Suite struct SpokenPromptTests {
    private static let base = Prompt.Piece.speech("hello", english)

    private func key(
        _ prompt: Prompt, maker: String = "engine 1", defaults: VoiceSettings = VoiceSettings(),
        recording: String? = "file 1"
    ) -> SoundKey? {
        SpokenPrompt(prompt) { _ in defaults }.key(of: maker) { _ in recording }
    }

    private static func voiced(_ settings: VoiceSettings, language: String = "en") -> Prompt {
        Prompt([.speech("hello", Prompt.Voice(language: language, settings: settings))])
    }

    @Test(
        "changes the name of a sound with everything that can be heard",
        arguments: [
            Prompt([.speech("hello!", english)]), voiced(VoiceSettings(voice: "en-us+f2")),
            voiced(VoiceSettings(speed: 146)), voiced(VoiceSettings(pitch: 51)), voiced(VoiceSettings(gap: 3)),
            voiced(VoiceSettings(volume: 99)), voiced(VoiceSettings(), language: "pl"), Prompt([base, base]),
            Prompt([base, .pause(.milliseconds(300))]), Prompt([base, .pause(.milliseconds(400))]),
            Prompt([.pause(.milliseconds(300)), base]), Prompt([base, .tone("beep")]), Prompt([]),
            Prompt([.recording(path: "a", text: "hello", english)]),
        ])
    func differs(prompt: Prompt) {
        #expect(key(prompt) != nil)
        #expect(key(prompt) != key(Prompt([Self.base])))
    }

    @Test("keeps the name when nothing differs that can be heard")
    func same() {
        let wanted = key(Prompt([Self.base]))
        #expect(key(Self.voiced(VoiceSettings(voice: "en", speed: 145, pitch: 50, gap: 2, volume: 100))) == wanted)
        #expect(key(Prompt([.speech("  hello\u{202E}", english)])) == wanted)
    }

    @Test("changes the name with the engine, the language's defaults and the recording's file")
    func surroundings() {
        let prompt = Prompt([Self.base])
        #expect(key(prompt) != key(prompt, maker: "engine 2"))
        #expect(key(prompt) != key(prompt, defaults: VoiceSettings(voice: "en-us")))
        let recorded = Prompt([.recording(path: "a", text: "x", english)])
        #expect(key(recorded) != key(recorded, recording: "file 2"))
        #expect(key(recorded, recording: nil) == nil, "not known before it was looked at")
    }

    @Test("counts the characters that may have to be spoken")
    func characters() {
        let prompt = Prompt([Self.base, .pause(.seconds(1)), .recording(path: "a", text: "abc", english)])
        #expect(SpokenPrompt(prompt) { _ in VoiceSettings() }.characters == 8)
    }
}

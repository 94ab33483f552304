import MenuFile
import Testing

@testable import Speech

@Suite struct SpokenVoiceTests {
    @Test("takes the file's settings first, then the language's, then the module's")
    func resolving() {
        let voice = SpokenVoice(
            language: "en", settings: VoiceSettings(voice: "en-us+m3", pitch: 40),
            defaults: VoiceSettings(voice: "en-us+f2", speed: 150, pitch: 60))
        #expect(voice == SpokenVoice(language: "en", name: "en-us+m3", speed: 150, pitch: 40, gap: 2, volume: 100))
    }

    @Test("is called like its language when nobody names it")
    func namedByLanguage() {
        let voice = SpokenVoice(language: "PL", settings: VoiceSettings(), defaults: VoiceSettings())
        #expect(voice.name == "pl")
        #expect((voice.speed, voice.gap, voice.volume) == (145, 2, 100))
    }

    @Test("keeps numbers in the range that eSpeak NG accepts")
    func clamping() {
        let low = SpokenVoice(language: "en", name: "en", speed: -5, pitch: -1, gap: -1, volume: -1)
        let high = SpokenVoice(language: "en", name: "en", speed: 9999, pitch: 100, gap: 9999, volume: 9999)
        #expect((low.speed, low.pitch, low.gap, low.volume) == (80, 0, 0, 0))
        #expect((high.speed, high.pitch, high.gap, high.volume) == (450, 99, 500, 200))
    }
}

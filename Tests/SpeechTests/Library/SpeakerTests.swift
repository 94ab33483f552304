import MenuFile
import Reception
import Testing

@testable import Speech

@Suite struct SpeakerTests {
    let folder: TemporaryFolder
    let speaker = Speaker(limits: .patient, defaults: { _ in VoiceSettings() }, synthesizer: FakeSynthesizer())

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("speaks into a file at either rate", arguments: Speaker.Rate.allCases)
    func rates(rate: Speaker.Rate) async throws {
        let file = folder.path + "/say.wav"
        let length = try await speaker.speak(.text("hello"), to: file, rate: rate)
        let measure = try Measure(wave: file)
        #expect(measure.rate == Double(rate.rawValue))
        #expect(abs(measure.seconds - length / .seconds(1)) < 0.001)
        #expect(abs(measure.speechLevel - -19) < 0.7)
        #expect(try folder.names() == ["say.wav"])
    }

    @Test("says what the system says when the file cannot be written")
    func refused() async throws {
        let file = folder.path + "/none/say.wav"
        let error = await #expect(throws: PromptError.self) { try await speaker.speak(.text("hello"), to: file) }
        #expect(error == .storage("cannot make \(file): No such file or directory"))
    }
}

import MenuFile
import Reception
import Testing

@testable import Speech

@Suite struct SoundComposerTests {
    private func composer(_ limits: SpeechLimits = SpeechLimits(), menus: String? = nil) -> SoundComposer {
        let recordings = menus.map { RecordingFolder(path: $0, limit: limits.recordingBytes) }
        return SoundComposer(synthesizer: FakeSynthesizer(), recordings: recordings, limits: limits)
    }

    private func sound(_ pieces: [Prompt.Piece], _ composer: SoundComposer) throws -> FinishedSound {
        let prompt = SpokenPrompt(Prompt(pieces)) { _ in VoiceSettings() }
        return try composer.join(try composer.parts(of: prompt))
    }

    private func measure(_ sound: FinishedSound) -> Measure {
        Measure(raw: WaveHeader.raw(sound.narrow), rate: 8_000)
    }

    @Test("is as long as its pieces: silence in front, speech, joints where no pause is, pauses")
    func joined() throws {
        let spoken = Double(20) * 0.05 + 0.016
        let one = try sound([.speech(String(repeating: "a", count: 20), english)], composer())
        #expect(abs(measure(one).seconds - (0.05 + spoken)) < 0.002)
        let two = try sound(
            [
                .speech(String(repeating: "a", count: 20), english),
                .speech(String(repeating: "b", count: 20), english),
                .pause(.milliseconds(300)), .tone("beep"),
            ], composer())
        #expect(abs(measure(two).seconds - (0.05 + 2 * spoken + 0.06 + 0.3 + 0.25)) < 0.004)
        #expect(two.wide.count == two.narrow.count * 2)
    }

    @Test("begins with 50 ms of silence, whatever silence the engine put there")
    func leading() throws {
        let leading = measure(try sound([.speech("hello", english)], composer())).leading
        #expect(abs(leading - 0.05) < 0.01)
    }

    @Test("pauses as long as it was asked to", arguments: [250, 300, 400, 1000])
    func pauses(milliseconds: Int) throws {
        let pieces: [Prompt.Piece] = [
            .speech("hello", english), .pause(.milliseconds(milliseconds)), .speech("world", english),
        ]
        let pause = measure(try sound(pieces, composer())).longestPause
        #expect(abs(pause - Double(milliseconds) / 1000) < 0.025)
    }

    @Test(
        "brings speech to −19 dBFS, and obeys the volume from there",
        arguments: [(100, -19.0), (50, -25.0), (200, -13.0)])
    func level(volume: Int, wanted: Double) throws {
        let voice = Prompt.Voice(language: "en", settings: VoiceSettings(volume: volume))
        let measure = measure(try sound([.speech("hello world", voice)], composer()))
        #expect(abs(measure.speechLevel - wanted) < 0.7)
        #expect(measure.peak < -1)
    }

    @Test("plays a recording as loud as speech, at its own pitch", arguments: [8_000, 44_100], [1, 2])
    func recording(rate: Int, channels: Int) throws {
        let folder = try TemporaryFolder()
        let data = sine(700, seconds: 1, rate: rate, amplitude: 0.03).flatMap { sample -> [UInt8] in
            let value = Int16(sample * 32767)
            let bytes = [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
            return Array(repeatElement(bytes, count: channels).joined())
        }
        try folder.write(waveFile(channels: channels, rate: rate, data: data), "sounds/welcome.wav")
        let pieces: [Prompt.Piece] = [.recording(path: "sounds/welcome", text: "", english)]
        let measure = measure(try sound(pieces, composer(menus: folder.path)))
        #expect(abs(measure.seconds - 1.05) < 0.002)
        #expect(abs(measure.speechLevel - -19) < 0.5)
        #expect(measure.share(of: 700, from: 0.1, to: 1) > 0.99)
    }

    @Test("does not turn a nearly silent recording into noise")
    func softRecording() throws {
        let folder = try TemporaryFolder()
        let data = (0..<8_000).flatMap { index -> [UInt8] in [index % 2 == 0 ? 40 : 0, 0] }
        try folder.write(waveFile(data: data), "hiss.wav")
        let sound = try sound([.recording(path: "hiss", text: "", english)], composer(menus: folder.path))
        #expect(measure(sound).peak < -37)
    }

    @Test("speaks the text of a recording that cannot be used, and says why when it has none")
    func missing() throws {
        let folder = try TemporaryFolder()
        let spoken = try sound(
            [.recording(path: "../etc/secret", text: "hello", english)], composer(menus: folder.path))
        #expect(measure(spoken).seconds > 0.25)
        let error = #expect(throws: PromptError.self) {
            try sound([.recording(path: "none", text: " ", english)], composer(menus: folder.path))
        }
        #expect(error == .recording(RecordingError.missing("none").description))
    }

    @Test("leaves out a recording that is missing and has no text: the rest is heard")
    func leftOut() throws {
        let folder = try TemporaryFolder()
        let rest: [Prompt.Piece] = [.speech("hello", english)]
        let alone = try sound(rest, composer(menus: folder.path))
        let with = try sound([.recording(path: "none", text: "", english)] + rest, composer(menus: folder.path))
        #expect(with == alone)
        #expect(throws: PromptError.self) {
            try sound(
                [.recording(path: "none", text: "", english), .pause(.seconds(1))], composer(menus: folder.path))
        }
    }

    @Test("knows a tone by its name only")
    func tones() {
        let unknown = PromptError.synthesis("there is no tone named \"boop\"; known: beep")
        #expect(throws: unknown) { try sound([.tone("boop")], composer()) }
    }

    @Test("refuses what is too long, before it is made")
    func limits() throws {
        let long = Prompt.Piece.speech(String(repeating: "a ", count: 5_000), english)
        #expect(throws: PromptError.tooLong(characters: 9_999, limit: 5_000)) { try sound([long], composer()) }
        var limits = SpeechLimits()
        limits.soundLength = .seconds(2)
        let tooLong = PromptError.synthesis("the speech is longer than 2 s, the longest that is made")
        let pauses = [Prompt.Piece](repeating: .pause(.seconds(Int64.max)), count: 1000)
        #expect(throws: tooLong) { try sound(pauses, composer(limits)) }
        #expect(throws: tooLong) {
            try sound([.speech(String(repeating: "a", count: 50), english)], composer(limits))
        }
    }

    @Test("makes silence of a prompt in which nothing can be spoken", arguments: ["", "\u{0}", "\u{202E}\u{7}"])
    func nothing(text: String) throws {
        #expect(try sound([.speech(text, english)], composer()).narrow.count == 400)
    }
}

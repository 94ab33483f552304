import Foundation
import Testing

@Suite("Measuring what was heard")
struct SoundTests {
    private func sine(_ amplitude: Double, seconds: Double, rate: Int = 8000) -> Sound {
        let count = Int(seconds * Double(rate))
        return Sound(
            rate: rate,
            samples: (0..<count).map { Int16(amplitude * sin(2 * .pi * 400 * Double($0) / Double(rate))) })
    }

    @Test("the level of a sine is 3 dB under its peak", arguments: [32767.0, 3276.7, 1000])
    func levelOfSine(amplitude: Double) throws {
        let sound = sine(amplitude, seconds: 1)
        let peak = 20 * log10(amplitude / 32768)
        #expect(abs(sound.peak - peak) < 0.1)
        #expect(abs(try #require(sound.speechLevel) - (peak - 3.01)) < 0.1)
    }

    @Test("silence has no level, and pauses do not lower that of speech")
    func silenceIsLeftOut() throws {
        #expect(Sound.silence(seconds: 1).speechLevel == nil)
        let speech = sine(4000, seconds: 1)
        let paused = speech + .silence(seconds: 2) + speech
        #expect(abs(try #require(paused.speechLevel) - (try #require(speech.speechLevel))) < 0.1)
    }

    @Test("leading silence and the length of the sound are found to a frame")
    func lengths() {
        let sound = .silence(seconds: 0.5) + sine(4000, seconds: 1.5) + .silence(seconds: 3)
        #expect(abs(sound.leadingSilence - 0.5) <= Sound.frameSeconds)
        #expect(abs(sound.soundingSeconds - 1.5) <= 2 * Sound.frameSeconds)
        #expect(Sound.silence(seconds: 2).leadingSilence == 2)
        #expect(Sound.silence(seconds: 2).soundingSeconds == 0)
    }

    @Test("a prompt is found where it begins, at another level too")
    func find() throws {
        let prompt = Sound.speech(seconds: 4)
        let quieter = Sound(rate: 8000, samples: prompt.samples.map { $0 / 2 })
        let heard = .silence(seconds: 1.2) + quieter + .silence(seconds: 2)
        let place = try #require(heard.find(prompt))
        #expect(abs(place.at - 1.2) <= 0.04)
        #expect(place.likeness > 0.95)
        #expect(abs(heard.seconds(of: prompt, from: place.at) - 4) < 0.3)
    }

    @Test("another prompt is not taken for it")
    func other() throws {
        let heard = .silence(seconds: 1) + Sound.speech(seconds: 6, seed: 2) + .silence(seconds: 1)
        #expect((heard.find(Sound.speech(seconds: 5, seed: 3))?.likeness ?? 0) < 0.8)
        #expect(Sound.silence(seconds: 9).find(Sound.speech(seconds: 5)) == nil)
    }

    @Test("a prompt that a key cut short is heard up to the cut")
    func cut() throws {
        let prompt = Sound.speech(seconds: 6)
        let heard = .silence(seconds: 0.6) + prompt.part(from: 0, to: 2.5) + .silence(seconds: 4)
        let place = try #require(heard.find(prompt.part(from: 0, to: 2)))
        #expect(abs(heard.seconds(of: prompt, from: place.at) - 2.5) < 0.5)
    }

    @Test("a wave file comes back as it was written")
    func waveFile() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).wav")
        defer { try? FileManager.default.removeItem(at: url) }
        let sound = Sound.speech(seconds: 0.7, rate: 16000)
        try sound.write(wave: url)
        #expect(try Sound(wave: url) == sound)
    }

    @Test("a recording that is cut off gives the samples it has")
    func cutOffFile() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).wav")
        defer { try? FileManager.default.removeItem(at: url) }
        try Sound.speech(seconds: 1).write(wave: url)
        try Data(contentsOf: url).prefix(44 + 2001).write(to: url)
        #expect(try Sound(wave: url).samples.count == 1000)
    }

    @Test("what is no plain wave file is refused")
    func refused() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).wav")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data("RIFFxxxxWAVE".utf8).write(to: url)
        #expect(throws: SoundError.notWave(path: url.path)) { try Sound(wave: url) }
        try Sound.speech(seconds: 0.1).write(wave: url)
        var bytes = try Data(contentsOf: url)
        bytes[22] = 2
        try bytes.write(to: url)
        #expect(throws: SoundError.notPlainPCM(path: url.path, format: 1, channels: 2, bits: 16)) {
            try Sound(wave: url)
        }
    }
}

import Foundation
import Testing

@testable import FakeAsterisk

@Suite("Sounds on disk")
struct SoundTests {
    /// A folder of its own that goes with the test.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sounds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let file = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    @Test("an absolute name is looked for in the language's folder first")
    func language() throws {
        try inFolder { folder in
            try write(WaveFile.bytes(Array(repeating: 0, count: 800)), "\(folder)/hello.wav")
            try write(WaveFile.bytes(Array(repeating: 0, count: 1_600)), "\(folder)/de/hello.wav")
            try write(Array(" Guten\n Tag ".utf8), "\(folder)/de/hello.txt")
            let source = SoundFolder()
            #expect(source.sound("\(folder)/hello", language: "en", rate: 8_000) == Sound(samples: 800))
            let german = source.sound("\(folder)/hello", language: "de_AT", rate: 8_000)
            #expect(german == Sound(samples: 1_600, text: "Guten Tag"))
            #expect(source.sound("\(folder)/nothing", language: "en", rate: 8_000) == nil)
        }
    }

    @Test("a relative name falls back to no language and to English")
    func relative() throws {
        try inFolder { folder in
            try write(Array(repeating: 0, count: 160), "\(folder)/en/a.ulaw")
            try write(Array(repeating: 0, count: 320), "\(folder)/b.sln")
            let source = SoundFolder(folder)
            #expect(source.sound("a", language: "de", rate: 8_000)?.samples == 160)
            #expect(source.sound("b", language: "de", rate: 8_000)?.samples == 160)
            #expect(SoundFolder().sound("a", language: "en", rate: 8_000) == nil)
        }
    }

    @Test("of several formats the one of the channel's rate is played")
    func rates() throws {
        try inFolder { folder in
            try write(WaveFile.bytes(Array(repeating: 0, count: 800)), "\(folder)/x.wav")
            try write(Array(repeating: 0, count: 6_400), "\(folder)/x.sln16")
            let source = SoundFolder()
            #expect(source.sound("\(folder)/x", language: "en", rate: 8_000) == Sound(samples: 800))
            #expect(
                source.sound("\(folder)/x", language: "en", rate: 16_000) == Sound(samples: 3_200, rate: 16_000))
        }
    }

    @Test("a .wav of 16 or 22.05 kHz is not played", arguments: [16_000, 22_050])
    func wrongRate(rate: Int) throws {
        try inFolder { folder in
            var bytes = WaveFile.bytes([0, 0, 0])
            bytes[24] = UInt8(rate & 255)
            bytes[25] = UInt8(rate >> 8)
            try write(bytes, "\(folder)/x.wav")
            #expect(SoundFolder().sound("\(folder)/x", language: "en", rate: 8_000) == nil)
        }
    }

    @Test("a broken header is no sound", arguments: [0, 3, 11, 20, 43])
    func broken(length: Int) throws {
        try inFolder { folder in
            try write(Array(WaveFile.bytes([1, 2, 3]).prefix(length)), "\(folder)/x.wav")
            #expect(SoundFolder().sound("\(folder)/x", language: "en", rate: 8_000) == nil)
        }
    }

    @Test("names that lead nowhere are no sounds", arguments: ["", "a\0b", "http://127.0.0.1/x"])
    func nowhere(name: String) {
        #expect(SoundFolder("/").sound(name, language: "../..", rate: 8_000) == nil)
    }

    @Test("a recording is a real .wav file, below its folder and nowhere else")
    func recording() throws {
        try inFolder { folder in
            let store = RecordingFolder(folder)
            let samples = Tone.samples(speaking: .seconds(1), of: .seconds(2))
            #expect(store.write(samples, to: "\(folder)/in/message", format: "wav"))
            let sound = SoundFolder().sound("\(folder)/in/message", language: "en", rate: 8_000)
            #expect(sound == Sound(samples: 16_000))
            for path in ["/tmp/message", "\(folder)/../x", "\(folder)", "\(folder)/a\0b"] {
                #expect(!store.write(samples, to: path, format: "wav"))
            }
            #expect(!store.mayWrite(to: "\(folder)/x", format: "gsm"))
        }
    }
}

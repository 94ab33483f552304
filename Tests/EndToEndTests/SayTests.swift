import Foundation
import Testing

@Suite("attendant say")
struct SayTests {
    @Test("a wave file of 8 kHz, 16 bit, one channel, as long as it says")
    func wave() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/repairs.wav"
        let result = try await Program.run(["say", "For repairs, press 1.", "--output", file])
        #expect(result.code == 0)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        try #require(bytes.count > 8_000)
        func number(_ at: Int, _ size: Int) -> Int { (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        #expect(String(decoding: bytes[0..<4], as: UTF8.self) == "RIFF")
        #expect(String(decoding: bytes[8..<16], as: UTF8.self) == "WAVEfmt ")
        #expect(number(20, 2) == 1, "PCM")
        #expect(number(22, 2) == 1)
        #expect(number(24, 4) == 8_000)
        #expect(number(34, 2) == 16)
        #expect(number(4, 4) == bytes.count - 8)
        let seconds = Double(number(40, 4)) / 16_000
        #expect((1...5).contains(seconds))
        #expect(result.output == String(format: "%.1f s of speech in %@\n", seconds, file))
        #expect(bytes[44...].contains { $0 != 0 })
    }

    @Test("a language without a voice is exit code 3, in words")
    func noVoice() async throws {
        let folder = try TemporaryFolder()
        let result = try await Program.run(["say", "x", "--language", "xx", "--output", folder.path + "/x.wav"])
        #expect(result.code == 3)
        #expect(result.errors.hasPrefix("attendant: eSpeak NG has no voice \"xx\""), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/x.wav"))
    }

    @Test("a folder that is not there is exit code 3, in one line")
    func noFolder() async throws {
        let result = try await Program.run(["say", "x", "--output", "/nowhere/x.wav"])
        #expect(result.code == 3)
        #expect(result.errors.hasPrefix("attendant: "))
        #expect(result.errors.contains("/nowhere/x.wav"), "\(result.errors)")
        #expect(result.errors.count { $0 == "\n" } == 1)
    }
}

import Foundation
import MenuFile
import Testing

@testable import Attendant

@Suite("Sounds of a menu, as attendant check sees them")
struct MenuMeasureTests {
    /// A menu in a folder of its own, with these files beside it, and what its sounds give to say.
    private func findings(_ say: String, files: [String: [UInt8]] = [:], lint: String = "{}") async throws -> [Finding]
    {
        let folder = NSTemporaryDirectory() + "attendant-measure-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)")) }
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "lint": \(lint),
              "start": { "say": \(say), "ring": "201" } }
            """
        let file = "\(folder)/line.json"
        try Data(menu.utf8).write(to: URL(filePath: file))
        var configuration = Configuration()
        configuration.sounds = "\(folder)/sounds"
        configuration.data = folder
        let version = try #require(try MenuFolder.load(file).version)
        return await MenuMeasure(file, version, configuration).findings.filter { $0.rule == .missingSound }
    }

    @Test("a recording that is missing and has no words is an error at its path")
    func missing() async throws {
        let found = try await findings(#"{ "play": "welcome" }"#)
        #expect(found.map(\.severity) == [.error])
        #expect(found[0].message.hasPrefix("the recording \"welcome\" is missing (looked for .wav"))
        #expect(found[0].line == 2 && found[0].column == 31)
    }

    @Test("one that has words is only a warning, for they are spoken, and cannot be one when it is ignored")
    func withText() async throws {
        let found = try await findings(#"{ "play": "welcome", "text": "Welcome." }"#)
        #expect(found.map(\.severity) == [.warning])
        #expect(found[0].message.hasSuffix("; its \"text\" is spoken instead"))
    }

    @Test("a file that is no sound is told with the reason")
    func broken() async throws {
        let found = try await findings(#"{ "play": "welcome" }"#, files: ["welcome.wav": Array("no sound".utf8)])
        #expect(found.map(\.severity) == [.error])
        #expect(found[0].message.contains("not understood"))
    }

    @Test("µ-law and signed linear files are fine", arguments: ["welcome.ulaw", "welcome.sln", "welcome.alaw"])
    func fine(name: String) async throws {
        let bytes = [UInt8](repeating: 0x55, count: 8000)
        #expect(try await findings(#"{ "play": "welcome" }"#, files: [name: bytes]) == [])
    }
}

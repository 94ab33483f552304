import Foundation
import Testing

@testable import Mail

@Suite("Sounds that go with a mail, in a folder where others may write")
struct AttachedFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "attached-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func words(_ name: String) -> String? {
        if case .failure(let missing) = Attachment.sound(file: folder.path + "/" + name, name: "m") {
            return missing.words
        }
        return nil
    }

    @Test("a plain file goes, and nothing else: no link, no pipe, no folder")
    func plain() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("RIFF".utf8).write(to: folder.appending(path: "sound.wav"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.wav", withDestinationPath: folder.path + "/sound.wav")
        #expect(mkfifo(folder.path + "/pipe.wav", 0o600) == 0)
        try FileManager.default.createDirectory(atPath: folder.path + "/d.wav", withIntermediateDirectories: false)
        #expect(words("sound.wav") == nil)
        for name in ["link.wav", "pipe.wav", "d.wav", "none.wav"] {
            #expect(words(name) == "\(folder.path)/\(name) cannot be read")
        }
    }
}

import Foundation
import Testing

@testable import Speech

@Suite("Sounds that say a number")
struct ForgottenSoundsTests {
    let place: TemporaryFolder
    let forms = ["+447700900001", "447700900001", "00447700900001", "07700900001"]

    init() throws { place = try TemporaryFolder() }

    /// Makes a sound of each text.
    private func make(_ texts: [String]) throws {
        let folder = try SoundFolder(path: place.path)
        for (index, text) in texts.enumerated() {
            _ = try folder.publish(FinishedSound(Clip(silence: 80)), text: text, as: key(index))
        }
    }

    private func key(_ index: Int) -> SoundKey { SHA256.digest([UInt8(index)]) }

    @Test("go with all their files, in whatever way they say it; the others stay")
    func removed() throws {
        try make([
            "We can call you back on 0 7 7, 0 0 9, 0 0 0, 0 1.", "+44 7700 900001", "0 7 7, 0 0 9, 0 0 0, 0 2",
            "Welcome.",
        ])
        try place.write(Array("07700900001".utf8), "notes.txt")
        #expect(ForgottenSounds.remove(saying: forms, from: place.path).removed == 2)
        let left = [key(2).hex, key(3).hex].flatMap { hex in SoundFolder.endings.map { hex + $0 } }
        #expect(try Set(place.names()) == Set(left + ["notes.txt"]))
    }

    @Test("go also where Chinese says the one as on the telephone")
    func chinese() throws {
        try make(["幺 3 8, 0 0 幺, 3 8 0, 0 0"])
        #expect(ForgottenSounds.remove(saying: ["+8613800138000", "13800138000"], from: place.path).removed == 1)
    }

    @Test("of less than six digits stay, and a folder that is not there is not made")
    func none() throws {
        try make(["Room 0 0 2 0 0 1."])
        #expect(ForgottenSounds.remove(saying: ["002001", "200"], from: place.path) == ForgottenSounds())
        #expect(ForgottenSounds.remove(saying: forms, from: place.path + "/none") == ForgottenSounds())
        #expect(!FileManager.default.fileExists(atPath: place.path + "/none"))
    }

    @Test("that cannot be read are told, in the system's words")
    func stuck() throws {
        let name = "\(place.path)/\(key(0).hex).txt"
        try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
        let forgotten = ForgottenSounds.remove(saying: forms, from: place.path)
        #expect(forgotten.removed == 0 && forgotten.stuck == ["cannot read \(name): Invalid argument"])
    }
}

import Foundation
import Testing

@testable import Speech

@Suite("Links in the folder of the sounds")
struct LinkTests {
    let place: TemporaryFolder
    let key = SHA256.digest([1])
    let sound = FinishedSound(Clip(silence: 800))

    init() throws {
        place = try TemporaryFolder()
        try place.write(Array("precious".utf8), "elsewhere/precious")
    }

    private var precious: String {
        get throws { String(decoding: try bytes(place.path + "/elsewhere/precious"), as: UTF8.self) }
    }

    @Test("in the place of a sound are replaced, and what they lead to is left as it is", arguments: [true, false])
    func entry(isThere: Bool) throws {
        let folder = try SoundFolder(path: place.path + "/sounds")
        let target = isThere ? "precious" : "new"
        for ending in [".wav", ".sln16", ".txt"] {
            try place.link("sounds/\(key.hex)\(ending)", to: "\(place.path)/elsewhere/\(target)")
        }
        let entry = try folder.publish(sound, text: "hush", as: key)
        #expect(folder.scan() == [key: entry])
        #expect(try precious == "precious")
        #expect(try place.names("elsewhere") == ["precious"])
        folder.remove(key)
        #expect(try place.names("elsewhere") == ["precious"])
    }

    @Test("in the place of the whole folder: nothing of others is overwritten or cleared away there")
    func whole() throws {
        for name in ["old.tmp", "\(String(repeating: "g", count: 64)).wav.1.tmp", "welcome.wav"] {
            try place.write([1], "elsewhere/\(name)")
            try TemporaryFolder.age("\(place.path)/elsewhere/\(name)", by: 7200)
        }
        let before = try place.names("elsewhere")
        try place.link("sounds", to: place.path + "/elsewhere")
        let folder = try SoundFolder(path: place.path + "/sounds")
        _ = try folder.publish(sound, text: "hush", as: key)
        folder.sweep(olderThan: .seconds(3600), now: FileSystem.now())
        folder.remove(key)
        #expect(try place.names("elsewhere") == before)
        #expect(try precious == "precious")
    }

    @Test("in the place of the private folder are refused: what is old in it is removed")
    func privateFolder() throws {
        try place.link("private", to: place.path + "/elsewhere")
        let error = #expect(throws: SpeechError.self) {
            try PrivateSounds(inside: place.path, lifetime: .seconds(60))
        }
        #expect(error?.description.contains("/private") == true)
        #expect(try precious == "precious")
    }

    @Test("files of others in the private folder are never removed, however old")
    func strangers() throws {
        let sounds = try PrivateSounds(inside: place.path, lifetime: .seconds(60))
        try place.write([1], "private/notes.wav")
        try TemporaryFolder.age(place.path + "/private/notes.wav", by: 7200)
        sounds.sweep(now: FileSystem.now())
        #expect(try place.names("private") == ["notes.wav"])
    }

    @Test("in the place of the lock make no file where they lead to")
    func lock() throws {
        try place.link(".lock", to: place.path + "/elsewhere/made")
        var ran = false
        #expect(!FolderLock(inside: place.path).alone { ran = true })
        #expect(!ran)
        #expect(try place.names("elsewhere") == ["precious"])
    }
}

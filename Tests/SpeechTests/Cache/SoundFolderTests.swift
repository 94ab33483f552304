import Testing

@testable import Speech

@Suite struct SoundFolderTests {
    let place: TemporaryFolder
    let folder: SoundFolder
    let key = SHA256.digest([1])
    let sound = FinishedSound(Clip(silence: 800))

    init() throws {
        place = try TemporaryFolder()
        folder = try SoundFolder(path: place.path + "/var/sounds")
    }

    @Test("writes both rates, readable for everyone, and the text, which is not, and leaves nothing else")
    func publishes() throws {
        let entry = try folder.publish(sound, text: "Zażółć", as: key)
        let name = folder.path(of: key)
        #expect(try place.names("var/sounds") == [".sln16", ".txt", ".wav"].map { key.hex + $0 })
        #expect(try bytes(name + ".wav").count == 44 + 1600)
        #expect(try bytes(name + ".sln16").count == 3200)
        #expect(try String(decoding: bytes(name + ".txt"), as: UTF8.self) == "Zażółć\n")
        for ending in [".wav", ".sln16"] { #expect(try place.mode(name + ending) == 0o644) }
        #expect(try place.mode(name + ".txt") == 0o640)
        #expect(try place.mode(folder.path) == 0o755)
        #expect(folder.holds(key, entry) && folder.scan() == [key: entry])
        #expect(entry.bytes == 44 + 1600 + 3200)
    }

    @Test("does not count a damaged sound", arguments: [".wav", ".sln16"], [0, 43, 44, 100])
    func damaged(ending: String, size: Int) throws {
        let entry = try folder.publish(sound, text: "", as: key)
        let file = try bytes(folder.path(of: key) + ending)
        try place.write(Array(file[..<size]), "var/sounds/" + key.hex + ending)
        #expect(folder.scan().isEmpty)
        #expect(!folder.holds(key, entry))
    }

    @Test("does not count what is no sound")
    func strangers() throws {
        try place.write(waveFile(data: [0, 0]), "var/sounds/welcome.wav")
        try place.write([1], "var/sounds/" + String(repeating: "a", count: 64) + ".wav/file")
        try place.link("var/sounds/" + String(repeating: "b", count: 64) + ".wav", to: "/dev/zero")
        #expect(folder.scan().isEmpty)
    }

    @Test("removes a sound whole")
    func removes() throws {
        _ = try folder.publish(sound, text: "", as: key)
        folder.remove(key)
        folder.remove(key)
        #expect(try place.names("var/sounds").isEmpty)
    }

    @Test("clears away what a killed process left, but not what is being written")
    func sweeps() throws {
        for name in ["\(key.hex).wav.1f.tmp", "somebody-elses.tmp"] {
            try place.write([1], "var/sounds/" + name)
            try TemporaryFolder.age(folder.path + "/" + name, by: 7200)
        }
        try place.write([1], "var/sounds/\(key.hex).wav.2f.tmp")
        folder.sweep(olderThan: .seconds(3600), now: FileSystem.now())
        #expect(try place.names("var/sounds") == ["\(key.hex).wav.2f.tmp", "somebody-elses.tmp"])
    }

    @Test("shows a reader nothing or a whole file, however often it is written")
    func atomic() async throws {
        let name = folder.path(of: key)
        let sounds = [1_000, 9_000].map { FinishedSound(Clip(silence: $0)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for sound in sounds {
                group.addTask {
                    for _ in 0..<60 { _ = try folder.publish(sound, text: "", as: key) }
                }
            }
            group.addTask {
                var seen = 0
                while seen < 200 {
                    guard let file = try? bytes(name + ".wav") else { continue }
                    seen += 1
                    #expect([44 + 2_000, 44 + 18_000].contains(file.count))
                    #expect(WaveHeader.narrowCount(Array(file[..<44]), fileSize: file.count) != nil)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("refuses a relative path, and says what the system says about one that cannot be made")
    func refused() throws {
        #expect(throws: SpeechError.relativePath("sounds")) { try SoundFolder(path: "sounds") }
        try place.write([1], "file")
        let error = #expect(throws: SpeechError.self) { try SoundFolder(path: place.path + "/file/sounds") }
        #expect(error?.description.contains("Not a directory") == true)
    }

    @Test("leaves nothing behind when it cannot write")
    func cannotWrite() throws {
        try place.write([1], "var/sounds/" + key.hex + ".wav/in-the-way")
        #expect(throws: FileSystem.Failure.self) { try folder.publish(sound, text: "", as: key) }
        #expect(try place.names("var/sounds").allSatisfy { !$0.hasSuffix(".tmp") })
    }
}

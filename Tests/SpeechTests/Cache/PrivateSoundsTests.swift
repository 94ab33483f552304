import Testing

@testable import Speech

@Suite struct PrivateSoundsTests {
    let place: TemporaryFolder
    let sounds: PrivateSounds
    let sound = FinishedSound(Clip(silence: 80))

    init() throws {
        place = try TemporaryFolder()
        sounds = try PrivateSounds(inside: place.path, lifetime: .seconds(60))
    }

    @Test("lie where others can open them but not list them, under a new name each time, without their text")
    func publishes() throws {
        let first = try sounds.publish(sound)
        let second = try sounds.publish(sound)
        #expect(first != second)
        #expect(try place.mode(place.path + "/private") == 0o711)
        #expect(try place.mode(first + ".wav") == 0o644)
        #expect(try place.names("private").allSatisfy { $0.hasSuffix(".wav") || $0.hasSuffix(".sln16") })
    }

    @Test("are removed when their time is over, whoever made them")
    func sweeps() throws {
        let old = try sounds.publish(sound)
        try TemporaryFolder.age(old + ".wav", by: 61)
        try TemporaryFolder.age(old + ".sln16", by: 61)
        let young = try sounds.publish(sound)
        try PrivateSounds(inside: place.path, lifetime: .seconds(60)).sweep(now: FileSystem.now())
        let left = Set(try place.names("private").map { place.path + "/private/" + $0 })
        #expect(left == [young + ".wav", young + ".sln16"])
    }

    @Test("are removed one by one; other files never are")
    func removes() throws {
        let path = try sounds.publish(sound)
        try place.write([1], "kept.wav")
        sounds.remove(place.path + "/kept")
        sounds.remove(place.path + "/private/../kept")
        sounds.remove(path)
        #expect(try place.names("private").isEmpty)
        #expect(try place.names().contains("kept.wav"))
    }
}

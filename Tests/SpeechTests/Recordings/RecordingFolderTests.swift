import Foundation
import Testing

@testable import Speech

@Suite struct RecordingFolderTests {
    let folder: TemporaryFolder
    let recordings: RecordingFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(waveFile(data: [0, 0x40]), "menus/sounds/welcome.wav")
        try folder.write([0, 0x40], "menus/raw.sln16")
        try folder.write([0xFF], "menus/law.ulaw")
        try folder.write(waveFile(data: [0, 0x20]), "outside.wav")
        recordings = RecordingFolder(path: folder.path + "/menus", limit: 1000)
    }

    private func audio(_ path: String) throws -> RecordedAudio {
        try recordings.read(try recordings.find(path))
    }

    @Test("finds a recording by its name without ending")
    func finds() throws {
        #expect(try audio("sounds/welcome") == RecordedAudio(samples: [0.5], rate: 8_000))
        #expect(try audio("raw") == RecordedAudio(samples: [0.5], rate: 16_000))
        #expect(try audio("law") == RecordedAudio(samples: [0], rate: 8_000))
        #expect(try audio(folder.path + "/menus/sounds/welcome").samples == [0.5], "absolute, but inside")
    }

    @Test(
        "stays inside the folder of the menus",
        arguments: ["../outside", "sounds/../../outside", "/etc/passwd", "", "a\u{0}b", "link", "linked/welcome"])
    func outside(path: String) throws {
        try folder.link("menus/link.wav", to: folder.path + "/outside.wav")
        try folder.write(waveFile(data: [0, 0]), "elsewhere/welcome.wav")
        try folder.link("menus/linked", to: folder.path + "/elsewhere")
        #expect(throws: path == "/etc/passwd" ? RecordingError.missing(path) : .outside(path)) {
            try recordings.find(path)
        }
        #expect(throws: RecordingError.outside(folder.path + "/outside")) {
            try recordings.find(folder.path + "/outside")
        }
    }

    @Test("follows a link that stays inside")
    func insideLink() throws {
        try folder.link("menus/same.wav", to: folder.path + "/menus/sounds/welcome.wav")
        #expect(try audio("same").samples == [0.5])
    }

    @Test("says that a recording is missing, and what was looked for")
    func missing() throws {
        let error = #expect(throws: RecordingError.self) { try recordings.find("sounds/none") }
        #expect(error == .missing("sounds/none"))
        #expect(error?.description.contains(".wav, .wav16, .sln16") == true)
    }

    @Test("reads no pipe, no folder, and nothing that is too large")
    func notFiles() throws {
        #expect(mkfifo(folder.path + "/menus/pipe.wav", 0o644) == 0)
        try folder.write([1], "menus/tree.wav/file")
        try folder.write(waveFile(data: [UInt8](repeating: 0, count: 2000)), "menus/large.wav")
        #expect(throws: RecordingError.missing("pipe")) { try recordings.find("pipe") }
        #expect(throws: RecordingError.missing("tree")) { try recordings.find("tree") }
        let large = try recordings.find("large")
        let error = #expect(throws: RecordingError.self) { try recordings.read(large) }
        #expect(error?.description.contains("File too large") == true)
    }

    @Test("tells by its identity that a recording has changed")
    func identity() throws {
        let before = try recordings.find("sounds/welcome").identity
        try folder.write(waveFile(data: [0, 0x40, 0, 0]), "menus/sounds/welcome.wav")
        #expect(try recordings.find("sounds/welcome").identity != before)
    }

    @Test("names the file that is not understood")
    func notUnderstood() throws {
        try folder.write([1, 2, 3], "menus/broken.wav")
        let file = try recordings.find("broken")
        #expect(
            throws: RecordingError.notUnderstood(
                folder.path + "/menus/broken.wav", why: "it does not begin as a RIFF WAVE file does")
        ) { try recordings.read(file) }
    }
}

import Foundation

/// One folder of sounds for all servers of this test run: they say the same sentences, and a cache is made to be shared.
enum SharedSounds {
    static let folder: String = {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "attendant-tests-sounds-\(ProcessInfo.processInfo.processIdentifier)").path
        atexit { try? FileManager.default.removeItem(atPath: SharedSounds.folder) }
        return path
    }()
}

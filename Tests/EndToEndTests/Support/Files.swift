import Foundation

/// Files of this repository that the tests look at.
enum Files {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// The sample menus.
    static let menus = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Menus").path

    /// The heating firm of the format, with two names and a key misspelt.
    static let broken = tests.appending(path: "Fixtures/broken.json").path

    /// The heating firm of the format.
    static let heating = tests.appending(path: "Fixtures/heating.json").path

    /// A small menu: 2 is a callback.
    static let callback = """
        { "attendant": 1, "name": "Miller", "country": "GB", "operator": "200",
          "callbacks": { "office": {} },
          "start": { "say": "Good day.", "menu": {
            "1": { "for": "repairs", "ring": "201" }, "2": { "for": "a call back", "callback": "office" } } } }
        """

    /// One folder of sounds for all runs: a cache is made to be shared.
    static let sounds: String = {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "attendant-e2e-sounds-\(ProcessInfo.processInfo.processIdentifier)").path
        atexit { try? FileManager.default.removeItem(atPath: Files.sounds) }
        return path
    }()
}

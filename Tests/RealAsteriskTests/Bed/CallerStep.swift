import Foundation

/// One thing that a caller does.
enum CallerStep: Sendable, Equatable {
    /// Listens for so many seconds.
    case wait(Double)
    /// Presses keys: each begins so many milliseconds after the one before and is held for 80 of them.
    case press(String, everyMilliseconds: Int = 200)
    /// Speaks for so many seconds.
    case speak(Double)
    /// Listens until something has come to pass.
    case until(Moment)

    /// Something that a caller notices.
    enum Moment: Sendable, Equatable {
        /// The server plays a prompt that it began since this caller last pressed a key or spoke.
        case prompt
        /// The server waits in silence for a key, and began to since this caller last pressed a key or spoke.
        case silence
        /// The server records.
        case beep
        /// That telephone rings.
        case rings(String)
        /// That telephone has answered.
        case answered(String)
    }

    /// As the bed's dialplan reads it; `index` makes the names of files unique.
    func program(index: Int, folder: URL) throws -> String {
        switch self {
        case .wait(let seconds):
            return "wait:\(seconds)"
        case .press(let keys, let every):
            return "keys:\(keys):\(max(0, every - Self.keyMilliseconds)):\(Self.keyMilliseconds)"
        case .speak(let seconds):
            let file = folder.appending(path: "speech-\(index)")
            try Sound.speech(seconds: seconds).write(wave: file.appendingPathExtension("wav"))
            return "speak:\(file.path)"
        case .until:
            return "until:\(Self.signal(index))"
        }
    }

    /// Whether the server answers to it, so that what it did before is past.
    var isHeard: Bool {
        switch self {
        case .press, .speak: true
        case .wait, .until: false
        }
    }

    /// The file that lets a caller go on who waits at a step.
    static func signal(_ index: Int) -> String { "go-\(index)" }

    private static let keyMilliseconds = 80
}

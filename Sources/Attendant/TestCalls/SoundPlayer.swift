import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The machine's own player, on a child process: one sound at a time, cut short when a key is pressed.
final class SoundPlayer: Sendable {
    private let program: (path: String, arguments: [String])
    private let playing = Mutex<pid_t?>(nil)

    /// Those that are looked for, in this order, and what they are told before the file.
    private static let known = [
        ("paplay", []), ("aplay", ["-q"]), ("ffplay", ["-nodisp", "-autoexit", "-loglevel", "quiet"]), ("play", ["-q"]),
    ]

    /// - Throws: `StartError.setting` when there is no player in PATH.
    init(path: String = ProcessInfo.processInfo.environment["PATH"] ?? "") throws(StartError) {
        let folders = path.split(separator: ":").map(String.init)
        let found = Self.known.lazy.compactMap { name, arguments -> (path: String, arguments: [String])? in
            folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
                .map { ($0, arguments) }
        }.first
        guard let found else {
            throw .setting(
                "--sound: no player found; expected one of \(Self.known.map(\.0).joined(separator: ", ")) in PATH")
        }
        program = found
    }

    /// Plays a file from its beginning; what was playing stops.
    func play(_ file: String) {
        stop()
        guard FileManager.default.fileExists(atPath: file) else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = program.arguments + [file]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { [weak self] ended in
            let number = ended.processIdentifier
            self?.playing.withLock { if $0 == number { $0 = nil } }
        }
        playing.withLock { playing in
            guard (try? process.run()) != nil else { return }
            playing = process.processIdentifier
        }
    }

    /// Stops what is playing.
    func stop() {
        playing.withLock { playing in
            // The terminal ignores signals that it handles itself, and a child inherits that: nothing milder is heard.
            if let number = playing { kill(number, SIGKILL) }
            playing = nil
        }
    }
}

import Dispatch
import Foundation
import Import
import Synchronization

/// What gzip makes of a file, in pieces, as it comes. Nothing is written anywhere, and gzip is given no name.
final class Unpacking {
    private let process = Process()
    private let output = Pipe()
    private let ended = DispatchSemaphore(value: 0)
    private let late = LateFlag()
    private let alarm: DispatchWorkItem
    private let seconds: Int
    private var isOver = false

    private final class LateFlag: Sendable {
        let isSet = Atomic(false)
    }

    /// So long may an archive take. One with 400 MB of recordings takes 2 s.
    static let mostSeconds = 300

    /// Whether a file is one that gzip has made.
    static func isNeeded(_ start: [UInt8]) -> Bool { start.starts(with: [0x1F, 0x8B]) }

    /// Starts the program.
    ///
    /// - Parameters:
    ///   - input: what is compressed.
    ///   - program: what reads it and writes its contents; nil: gzip.
    ///   - seconds: so long may it take.
    /// - Throws: `notUnderstood` when there is no such program.
    init(
        _ input: FileHandle, through program: (path: String, arguments: [String])? = nil, seconds: Int = mostSeconds
    ) throws(ImportError) {
        guard let program = program ?? Executable("gzip").map({ ($0.path, ["-dc"]) }) else {
            throw .notUnderstood("this is compressed, and there is no program gzip: install it, or unpack the file")
        }
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = program.arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        self.seconds = seconds
        alarm = DispatchWorkItem { [process, late] in
            late.isSet.store(true, ordering: .relaxed)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
        process.terminationHandler = { [ended] _ in ended.signal() }
        do { try process.run() } catch {
            throw .notUnderstood("\(program.path): cannot be run: \(error.localizedDescription)")
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: alarm)
    }

    /// The next piece; nil: the end. Blocks.
    ///
    /// - Throws: `notUnderstood` when the file is damaged or takes too long.
    func next() throws(ImportError) -> [UInt8]? {
        if let data = try? output.fileHandleForReading.read(upToCount: 1 << 16), !data.isEmpty { return [UInt8](data) }
        guard !isOver else { return nil }
        finish()
        if late.isSet.load(ordering: .relaxed) { throw .notUnderstood("not unpacked after \(seconds) s") }
        // 2 is a warning: something that is nothing follows the end.
        guard [0, 2].contains(process.terminationStatus), process.terminationReason == .exit else {
            throw .notUnderstood("the compressed file is damaged or cut off")
        }
        return nil
    }

    /// Ends the program if it is not done; to be called when no more is read.
    func stop() {
        guard !isOver else { return }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        finish()
    }

    private func finish() {
        ended.wait()
        alarm.cancel()
        isOver = true
    }
}

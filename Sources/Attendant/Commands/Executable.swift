import Dispatch
import Foundation

/// A program of this machine.
struct Executable {
    /// Its full path.
    let path: String

    /// The first of that name on PATH; nil: there is none.
    init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let places = folders.map { "\($0)/\(name)" }
        guard let path = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        self.path = path
    }

    /// Runs it to its end, without input and output. Blocks.
    ///
    /// - Returns: why it did not do its work; nil: it did.
    func run(_ arguments: [String], deadline seconds: Int) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { return "\(path): cannot be run: \(error.localizedDescription)" }
        guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            return "\(path): not done after \(seconds) s"
        }
        return process.terminationStatus == 0 ? nil : "\(path): failed with status \(process.terminationStatus)"
    }
}

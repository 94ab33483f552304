import Dispatch
import Foundation

/// A program of the machine, run to its end.
enum Command {
    struct Output: Sendable, Equatable {
        let code: Int32
        /// Standard output and standard error, as they came.
        let text: String
    }

    /// Runs a program found through `PATH`; the given variables are added to this process's own.
    static func run(_ words: [String], environment: [String: String] = [:]) async throws -> Output {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try runNow(words, environment: environment) })
            }
        }
    }

    private static func runNow(_ words: [String], environment: [String: String]) throws -> Output {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return Output(code: process.terminationStatus, text: text)
    }
}

import Foundation
import Glibc
import Testing

/// A process of its own that commits what it is asked for: see `Asked` in RecordsCrash. Ends with this object.
final class AskedProgram: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()

    /// Starts it on a file, or by way of another program that gets it as its last arguments.
    init(file: String, through: [String] = []) throws {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("RecordsCrash").path
        let command = through + [program, file, "asked"]
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// How a path of this process is written for what the program sees there.
    func seen(_ path: String) -> String { "/proc/\(process.processIdentifier)/root" + path }

    /// The next line; nil when it ended.
    func line() async -> String? { await waiting { self.nextLine() } }

    private func nextLine() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread = Data(unread[(end + 1)...]) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            unread += more
        }
    }

    /// Sends a line and returns the next one.
    func told(_ line: String) async throws -> String {
        input.fileHandleForWriting.write(Data((line + "\n").utf8))
        return try #require(await self.line(), "the program ended")
    }

    /// Asks for requests with new numbers until one is refused, and returns the words; what was stored is noted.
    func fill(_ stored: inout [Int64: String], atMost: Int = 2000) async throws -> String? {
        for _ in 0..<atMost {
            if let words = try await ask(&stored) { return words }
        }
        return nil
    }

    /// Asks for one request; nil: it was stored, and noted.
    func ask(_ stored: inout [Int64: String]) async throws -> String? {
        asked += 1
        let number = "+4477009\(10_000 + asked)"
        let answer = try await told(number)
        if answer.hasPrefix("- ") { return String(answer.dropFirst(2)) }
        let parts = answer.split(separator: " ")
        try #require(parts.count == 2 && parts[1] == number, "\(answer)")
        stored[try #require(Int64(parts[0]))] = number
        return nil
    }

    private var asked = 0

    /// Bounds the size of every file that it writes, from now on; nil: no bound.
    func limitFiles(bytes: UInt64?) async throws {
        try #require(try await told("limit \(bytes.map(String.init) ?? "none")") == "limited")
    }
}

/// Waits for another process on a thread of its own: those of Swift's pool are as few as processors, and every other test
/// would wait with it.
func waiting<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "waits for a process").async { continuation.resume(returning: body()) }
    }
}

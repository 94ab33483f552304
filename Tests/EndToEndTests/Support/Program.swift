import Foundation

/// The built program, run to its end.
enum Program {
    /// What a run came to.
    struct Result: Sendable {
        let code: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Beside the bundle of the tests, where the build puts it.
    static var url: URL {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(path: "attendant")
        }
    }

    /// The surroundings without any setting of ours, and without what `swift test` sets: it wants no colours (NO_COLOR)
    /// where its own output is kept.
    static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter { name, _ in
            !name.hasPrefix("ATTENDANT_") && !["JOURNAL_STREAM", "NO_COLOR"].contains(name)
        }
    }

    /// A shell that becomes what is named behind it, under another umask.
    static func under(umask: String) -> [String] { ["/bin/sh", "-c", #"umask \#(umask); exec "$0" "$@""#] }

    /// Runs the program; what it prints goes through files, so that it never waits for a reader.
    static func run(
        _ arguments: [String], _ variables: [String: String] = [:], umask: String? = nil
    ) async throws -> Result {
        let folder = try TemporaryFolder()
        let (output, errors) = (try folder.write("", "output"), try folder.write("", "errors"))
        let process = Process()
        let words = (umask.map(under) ?? []) + [try url.path] + arguments
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = environment.merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        let (ends, feed) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { feed.yield($0.terminationStatus) }
        try process.run()
        var code: Int32 = -1
        for await end in ends {
            code = end
            break
        }
        return Result(code: code, output: try folder.read("output"), errors: try folder.read("errors"))
    }

    /// Reads what a run printed as JSON.
    static func object(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }
}

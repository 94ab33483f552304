import Foundation

/// A program that runs beside the bench.
struct Child {
    private let process: Process
    let port: Int

    var pid: Int32 { process.processIdentifier }

    /// Starts a server that prints `listening on HOST:PORT`.
    static func server(_ program: String, _ arguments: [String]) throws -> Child {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while true {
            let chunk = pipe.fileHandleForReading.availableData
            guard !chunk.isEmpty else { throw BenchError("\(program) ended before it listened") }
            text += String(decoding: chunk, as: UTF8.self)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("listening on ") }) else {
                continue
            }
            guard let port = line.split(separator: ":").last.flatMap({ Int($0) }) else {
                throw BenchError("no port in \"\(line)\"")
            }
            return Child(process: process, port: port)
        }
    }

    /// Starts ideal.c on a port that was free a moment ago.
    static func ideal(_ ruler: Ruler) throws -> Child {
        for port in (20_000...60_000).shuffled().prefix(10) {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: ruler.ideal)
            process.arguments = ["\(port)"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(200_000)
            if process.isRunning { return Child(process: process, port: port) }
        }
        throw BenchError("ideal found no port")
    }

    func stop() {
        // SIGTERM may be blocked in a child of Foundation's Process; there is nothing to save.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Runs a program to its end.
    static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus <= 1 else {
            throw BenchError("\(program) ended with \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

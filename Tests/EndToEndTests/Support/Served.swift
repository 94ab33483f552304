import FakeAsterisk
import Foundation
import Sockets

/// `attendant serve`, running.
actor Served {
    nonisolated let port: UInt16
    nonisolated let lines: [String]
    nonisolated let loop: EventLoop
    /// What it writes to standard error.
    nonisolated let errors = SeenLines()
    /// Kept as long as the server, which watches it.
    private let folder: TemporaryFolder
    private let process: Process
    private let ends: AsyncStream<Int32>

    /// Starts the server and waits until it says that it listens.
    ///
    /// - Parameter through: a program, with its arguments, that becomes the server once it has set something.
    init(
        _ folder: TemporaryFolder, _ arguments: [String] = [], _ variables: [String: String] = [:],
        listen: String = "127.0.0.1:0", through: [String] = []
    ) async throws {
        let process = Process()
        let words =
            through + [
                try Program.url.path, "serve", "--listen", listen, "--menus", folder.path + "/menus",
                "--data", folder.path + "/data", "--sounds", Files.sounds, "--mailcmd", "/bin/cat",
            ] + arguments
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = Program.environment.merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        let (pipe, errorPipe) = (Pipe(), Pipe())
        process.standardOutput = pipe
        process.standardError = errorPipe
        let errors = errors
        Self.read(errorPipe) {
            errors.add($0)
        } end: {
        }
        let (ends, feed) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            feed.yield(process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
            feed.finish()
        }
        let printed = Self.lines(of: pipe)
        var seen: [String] = []
        var port: UInt16?
        await StartGate.shared.enter()
        try? process.run()
        for await line in printed {
            seen.append(line)
            guard line.hasPrefix("listening on ") else { continue }
            port = try? Endpoint(String(line.dropFirst("listening on ".count))).port
            break
        }
        await StartGate.shared.leave()
        guard let port else { throw NeverListened(errors: errors.all.joined(separator: "\n")) }
        (self.folder, self.process, self.ends, self.port, lines) = (folder, process, ends, port, seen)
        loop = try EventLoopGroup(count: 1).next()
    }

    isolated deinit {
        // A test that failed half-way leaves nothing running.
        if process.isRunning { process.terminate() }
    }

    struct NeverListened: Error { let errors: String }

    private static func lines(of pipe: Pipe) -> AsyncStream<String> {
        AsyncStream { feed in
            read(pipe) {
                feed.yield($0)
            } end: {
                feed.finish()
            }
        }
    }

    private static func read(
        _ pipe: Pipe, _ line: @escaping @Sendable (String) -> Void, end: @escaping @Sendable () -> Void
    ) {
        // Only this handler touches it, one call after the other.
        nonisolated(unsafe) var rest = ""
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard !data.isEmpty else {
                handle.readabilityHandler = nil
                return end()
            }
            let parts = (rest + String(decoding: data, as: UTF8.self)).split(
                separator: "\n", omittingEmptySubsequences: false)
            for part in parts.dropLast() { line(String(part)) }
            rest = parts.last.map(String.init) ?? ""
        }
    }

    /// Its number.
    var number: Int32 { process.processIdentifier }

    /// Sends a signal.
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for the end: the exit code, or the signal's number, negative.
    func end() async -> Int32 {
        for await code in ends { return code }
        return Int32.min
    }

    /// Stops it and waits.
    func stop() async -> Int32 {
        signal(SIGTERM)
        return await end()
    }

    /// A call that costs no time.
    ///
    /// - Parameter seen: told what happens, as it does.
    nonisolated func call(
        _ keys: String, _ call: IncomingCall = IncomingCall(),
        seen: @escaping @Sendable (CallEvent) -> Void = { _ in }
    ) async throws -> CallReport {
        var world = World()
        world.otherTelephones = .answers(after: .seconds(2), talks: .seconds(5))
        return try await FakeCall(call, world: world, caller: try CallerScript(keys))
            .run(host: "127.0.0.1", port: port, on: loop, observe: seen)
    }
}

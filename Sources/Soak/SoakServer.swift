import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `attendant serve` behind a socket that outlives it, as systemd runs it.
struct SoakServer: Sendable {
    let process: pid_t

    /// Starts a server; it says "listening" in its log when it is ready, and calls wait for that in the socket.
    ///
    /// - Parameter clock: the calendar's time at its start.
    /// - Throws: `SoakError` when the program cannot be run.
    init(_ program: String, _ socket: LoopbackSocket, _ arguments: [String], clock: String, log: String)
        throws(SoakError)
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket.descriptor, 3)
        for output in [1, 2] as [Int32] {
            posix_spawn_file_actions_addopen(&actions, output, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        }
        let words = ["/bin/sh", "-c", #"LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$@""#, program, "serve"] + arguments
        var texts = words.map { strdup($0) } + [nil]
        var variables = (Self.environment + ["ATTENDANT_CLOCK=\(clock)"]).map { strdup($0) } + [nil]
        defer { for text in texts + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, "/bin/sh", &actions, nil, &texts, &variables)
        guard code == 0 else { throw SoakError("\(program): cannot be run: \(String(cString: strerror(code)))") }
        self.process = process
    }

    func signal(_ number: Int32) { kill(process, number) }

    /// Waits for its end: the exit code, or the signal's number, negative.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                var status: Int32 = 0
                while waitpid(process, &status, 0) == -1 && errno == EINTR {}
                continuation.resume(returning: status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f))
            }
        }
    }

    /// Our surroundings without the settings of another server.
    private static var environment: [String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ATTENDANT_") && $0.key != "NOTIFY_SOCKET" }
            .map { "\($0.key)=\($0.value)" } + ["SHOP_TOKEN=soak"]
    }
}

/// What a server holds at one moment, as /proc tells.
public struct ServerSample: Sendable, Equatable {
    /// Which of the servers, from 0.
    public var server: Int
    /// How many calls had ended, of all servers.
    public var calls: Int
    /// Resident memory in bytes.
    public var memory: Int
    /// Open descriptors.
    public var descriptors: Int
    /// Threads.
    public var threads: Int

    /// Nil when the process is gone, and where there is no /proc.
    init?(_ process: pid_t, server: Int, calls: Int) {
        let folder = "/proc/\(process)"
        guard let status = try? String(contentsOfFile: folder + "/status", encoding: .utf8),
            let open = try? FileManager.default.contentsOfDirectory(atPath: folder + "/fd")
        else { return nil }
        func number(_ name: String) -> Int? {
            status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
                .flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }.flatMap { Int($0) }
        }
        guard let memory = number("VmRSS"), let threads = number("Threads") else { return nil }
        self.server = server
        self.calls = calls
        self.memory = memory << 10
        self.threads = threads
        descriptors = open.count
    }

    /// For those who try the rules.
    init(server: Int, calls: Int, memory: Int, descriptors: Int, threads: Int) {
        (self.server, self.calls, self.memory) = (server, calls, memory)
        (self.descriptors, self.threads) = (descriptors, threads)
    }
}

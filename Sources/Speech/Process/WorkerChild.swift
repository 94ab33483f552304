internal import Spawning
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A process that speaks, and the one socket that is its standard input and output.
///
/// A pair of sockets rather than pipes: writing to one whose reader is gone is an error here and no signal. Its calls
/// block, with a deadline; ending it blocks as long as the kernel takes to end a process.
final class WorkerChild: Sendable {
    /// Its number; ours until it is reaped.
    let process: pid_t
    private let socket: Int32
    /// How it ended; nil while it may run.
    private let ending = Mutex<String?>(nil)

    /// Starts a program.
    ///
    /// - Throws: `WorkerFailure.cannotStart`.
    init(_ words: [String], as name: String) throws(WorkerFailure) {
        (process, socket) = try Self.spawn(words, name)
    }

    deinit {
        end()
        close(socket)
    }

    /// Ends it, whatever it does, and reaps it.
    ///
    /// - Returns: how it ended: "signal 11", "exit code 3".
    @discardableResult
    func end() -> String {
        ending.withLock { ending in
            if let ending { return ending }
            // The group, should a program stand in that starts others.
            kill(-process, SIGKILL)
            kill(process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) == -1 && errno == EINTR {}
            let signal = status & 0x7F
            let words = signal == 0 ? "exit code \((status >> 8) & 0xFF)" : "signal \(signal)"
            ending = words
            return words
        }
    }

    /// Whether it waits for a request: it has not closed its end, nor said anything unasked.
    var isIdle: Bool {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 0
    }

    /// Sends a frame.
    ///
    /// - Throws: `WorkerFailure`: `ended`, `overdue`.
    func send(_ frame: WorkerFrame, _ deadline: Deadline) throws(WorkerFailure) {
        let bytes = frame.bytes
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Self.send(socket, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count > 0 { sent += count } else { try wait(for: POLLOUT, deadline) }
        }
    }

    /// Takes the next frame.
    ///
    /// - Parameter longest: how many bytes its samples may have.
    /// - Throws: `WorkerFailure`: `ended`, `overdue`, `malformed`.
    func receive(longest: Int = WorkerFrame.wordBytes, _ deadline: Deadline) throws(WorkerFailure) -> WorkerFrame {
        let header = try take(WorkerFrame.headerBytes, deadline)
        guard let (kind, length) = WorkerFrame.announced(by: header) else {
            throw .malformed("\(header), which begins no frame")
        }
        guard length <= max(longest, WorkerFrame.wordBytes) else {
            throw .malformed("\(length) bytes where \(longest) may be")
        }
        return WorkerFrame(kind: kind, body: try take(length, deadline))
    }

    private func take(_ length: Int, _ deadline: Deadline) throws(WorkerFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length)
        var taken = 0
        while taken < length {
            let count = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress?.advanced(by: taken), length - taken, 0)
            }
            guard count != 0 else { throw .ended }
            if count > 0 { taken += count } else { try wait(for: POLLIN, deadline) }
        }
        return bytes
    }

    /// Waits after a call that could not be done at once; to be called with its `errno`.
    private func wait(for event: Int32, _ deadline: Deadline) throws(WorkerFailure) {
        guard [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) else { throw .ended }
        var entry = pollfd(fd: socket, events: Int16(event), revents: 0)
        let rest = deadline.milliseconds
        guard rest > 0 else { throw .overdue(deadline.time) }
        _ = poll(&entry, 1, rest)
    }

    /// Until when an answer is waited for.
    struct Deadline {
        /// How long that is from the beginning.
        let time: Duration
        private let end: ContinuousClock.Instant

        init(_ time: Duration) {
            self.time = time
            end = .now + time
        }

        /// What is left, rounded up; 0: nothing.
        var milliseconds: Int32 {
            let rest = end - .now
            return rest > .zero ? Int32(clamping: Int64((rest / .milliseconds(1)).rounded(.up))) : 0
        }
    }
}

// MARK: - Starting

extension WorkerChild {
    /// What it gets of our environment: where eSpeak NG's data is, and the encoding. No secret of the server's.
    private static let variables: Set<String> = [
        "ESPEAK_DATA_PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    ]

    private static func spawn(_ words: [String], _ name: String) throws(WorkerFailure) -> (pid_t, Int32) {
        let (ours, theirs) = try pair()
        defer { close(theirs) }
        let program = words.first ?? ""
        do throws(Spawning.Refusal) {
            let process = try Spawning.start(
                program, [name] + words.dropFirst(), environment: environment(), streams: [theirs, theirs])
            return (process, ours)
        } catch {
            close(ours)
            throw .cannotStart("\(program): \(error.words)")
        }
    }

    /// Two sockets joined to each other; the first one does not block.
    private static func pair() throws(WorkerFailure) -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .cannotStart(String(cString: strerror(errno))) }
        // Never 0, 1 or 2, which a service may have been started without: in the child these are replaced.
        let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
        let failure = errno
        for end in ends { close(end) }
        guard moved.allSatisfy({ $0 >= 0 }) else {
            for end in moved where end >= 0 { close(end) }
            throw .cannotStart(String(cString: strerror(failure)))
        }
        _ = fcntl(moved[0], F_SETFL, fcntl(moved[0], F_GETFL) | O_NONBLOCK)
        #if !canImport(Glibc)
            var isOn: Int32 = 1
            setsockopt(moved[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
        return (moved[0], moved[1])
    }

    private static func send(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            return Glibc.send(socket, bytes, count, Int32(MSG_NOSIGNAL))
        #else
            return Darwin.send(socket, bytes, count, 0)
        #endif
    }

    private static func environment() -> [String] {
        variables.sorted().compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    }
}

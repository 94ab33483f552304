internal import Dispatch

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The other side of `ESpeakProcess`: reads requests from standard input, speaks, and writes samples to standard output.
public enum SpeechWorker {
    /// What it may allocate, in bytes, besides what it has at its start.
    private static let memory = 512 << 20

    /// Speaks until standard input ends; never returns.
    public static func run() -> Never {
        settle()
        let channel = WorkerChannel.taken()
        endWith(channel.input)
        do throws(SynthesisError) {
            let engine = try ESpeakEngine()
            channel.send(WorkerReady(sampleRate: engine.sampleRate, identity: engine.identity).frame)
            while true {
                guard let request = channel.receive().flatMap(WorkerRequest.init) else { _exit(0) }
                channel.send(answer(request, engine))
            }
        } catch {
            channel.send(WorkerFrame(error))
            _exit(1)
        }
    }

    private static func answer(_ request: WorkerRequest, _ engine: ESpeakEngine) -> WorkerFrame {
        do throws(SynthesisError) {
            let limit = min(request.limit, WorkerFrame.sampleBytes / 2)
            let samples = try engine.samples(for: request.text, voice: request.voice, limit: limit)
            return WorkerFrame(samples: samples) ?? WorkerFrame(.tooLong(seconds: limit / engine.sampleRate))
        } catch {
            return WorkerFrame(error)
        }
    }

    /// The server decides when it ends, not a signal to all processes of a terminal or a unit; a crash leaves no file
    /// with callers' texts in it; and memory is bounded.
    private static func settle() {
        for number in [SIGTERM, SIGINT, SIGPIPE] { signal(number, SIG_IGN) }
        #if canImport(Glibc)
            // A program started by the path /proc/self/exe is called "exe" in lists of processes.
            if let file = fopen("/proc/self/comm", "w") {
                fputs("attendant-speak", file)
                fclose(file)
            }
            var none = rlimit(rlim_cur: 0, rlim_max: 0)
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
            let most = rlim_t(dataBytes() + memory)
            var bounded = rlimit(rlim_cur: most, rlim_max: most)
            setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &bounded)
        #else
            var none = rlimit(rlim_cur: 0, rlim_max: 0)
            setrlimit(RLIMIT_CORE, &none)
        #endif
    }

    /// What the process holds already: under a sanitizer that is terabytes. The sixth number of /proc/self/statm, in
    /// pages.
    private static func dataBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let numbers = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ").compactMap { Int($0) }
        return numbers.count > 5 ? numbers[5] * sysconf(Int32(_SC_PAGESIZE)) : 0
    }

    /// Ends the process when the server's end of its input is gone, also while the engine hangs in a call.
    private static func endWith(_ input: Int32) {
        DispatchQueue(label: "attendant.speech.input").async {
            // Asked for nothing, poll still tells of a peer that is gone.
            var entry = pollfd(fd: input, events: 0, revents: 0)
            while poll(&entry, 1, -1) < 1 {}
            _exit(0)
        }
    }
}

/// Standard input and output of the process that speaks. Whatever fails ends it: there is nobody to tell.
private struct WorkerChannel {
    let input: Int32
    let output: Int32

    /// Takes both over: what a library prints must not stand among the frames.
    static func taken() -> WorkerChannel {
        let channel = WorkerChannel(input: fcntl(0, F_DUPFD_CLOEXEC, 3), output: fcntl(1, F_DUPFD_CLOEXEC, 3))
        let null = open("/dev/null", O_RDWR)
        guard channel.input > 2, channel.output > 2, dup2(null, 0) == 0, dup2(2, 1) == 1 || dup2(null, 1) == 1 else {
            _exit(1)
        }
        close(null)
        return channel
    }

    func send(_ frame: WorkerFrame) {
        let bytes = frame.bytes
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(output, $0.baseAddress?.advanced(by: sent), bytes.count - sent) }
            guard count > 0 || errno == EINTR else { _exit(1) }
            sent += max(0, count)
        }
    }

    /// The next frame; nil at the end, and when it is none.
    func receive() -> WorkerFrame? {
        guard let header = take(WorkerFrame.headerBytes), let (kind, length) = WorkerFrame.announced(by: header),
            kind == .request, let body = take(length)
        else { return nil }
        return WorkerFrame(kind: kind, body: body)
    }

    private func take(_ length: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: length)
        var taken = 0
        while taken < length {
            let count = bytes.withUnsafeMutableBytes {
                read(input, $0.baseAddress?.advanced(by: taken), length - taken)
            }
            guard count > 0 || (count < 0 && errno == EINTR) else { return nil }
            taken += max(0, count)
        }
        return bytes
    }
}

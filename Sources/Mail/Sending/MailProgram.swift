internal import Dispatch
internal import Foundation
internal import Spawning
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A program that runs with a mail on its standard input.
///
/// Input and output are files without names rather than pipes: neither a program that does not read nor one that prints
/// for ever can make us wait, and no broken pipe can end us.
final class MailProgram: Sendable {
    /// So much of what it prints is shown.
    private static let shownOutput = 300

    private let process: pid_t
    private let output: Int32
    private let state = Mutex((hasEnded: false, isOverdue: false))

    /// Starts it.
    ///
    /// - Throws: `MailError.cannotStart`.
    init(words: [String], input: Data) throws(MailError) {
        let program = words.first ?? ""
        let standardInput = try Self.file(holding: input, for: program)
        defer { close(standardInput) }
        output = try Self.file(holding: Data(), for: program)
        do throws(MailError) {
            process = try Self.spawn(words, input: standardInput, output: output)
        } catch {
            close(output)
            throw error
        }
    }

    deinit { close(output) }

    /// Waits for its end; kills it, and what it started, at the limit.
    ///
    /// - Throws: `MailError`: `failed`, `killed`, `overdue`.
    func wait(limit: Duration) throws(MailError) {
        let milliseconds = limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000
        // A timer that can be taken back: a block that is only asked for later would hold our output open until then, and
        // a busy hour would use up the descriptors.
        let watch = DispatchSource.makeTimerSource()
        watch.schedule(deadline: .now() + .milliseconds(Int(milliseconds)))
        watch.setEventHandler { [self] in
            state.withLock { state in
                // Its number is ours until it is reaped, so this kills nobody else.
                guard !state.hasEnded else { return }
                state.isOverdue = true
                kill(-process, SIGKILL)
            }
        }
        watch.activate()
        defer { watch.cancel() }
        var information = siginfo_t()
        while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) == -1 && errno == EINTR {}
        let isOverdue = state.withLock { state in
            state.hasEnded = true
            return state.isOverdue
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 && errno == EINTR {}
        if isOverdue { throw .overdue(limit) }
        try judge(status)
    }

    private func judge(_ status: Int32) throws(MailError) {
        let signal = status & 0x7F
        guard signal == 0 else { throw .killed(signal: signal) }
        let code = (status >> 8) & 0xFF
        guard code == 0 else { throw .failed(status: code, output: printed) }
    }

    /// The beginning of what it printed, in one line.
    private var printed: String {
        var buffer = [UInt8](repeating: 0, count: Self.shownOutput)
        let count = pread(output, &buffer, buffer.count, 0)
        let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self).replacing("\n", with: " ")
        return HeaderText.printable(text).trimmingCharacters(in: .whitespaces)
    }
}

// MARK: - Starting

extension MailProgram {
    /// An open file without a name, read from its beginning.
    private static func file(holding data: Data, for program: String) throws(MailError) -> Int32 {
        let path = NSTemporaryDirectory() + "attendant-mail-" + UUID().uuidString
        let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .cannotStart(program: program, words: systemWords(errno)) }
        unlink(path)
        // Never 0, 1 or 2, which a service may have been started without: they are about to be replaced.
        let file = fcntl(opened, F_DUPFD_CLOEXEC, 3)
        let failure = errno
        close(opened)
        guard file >= 0 else { throw .cannotStart(program: program, words: systemWords(failure)) }
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                let words = systemWords(errno)
                close(file)
                throw .cannotStart(program: program, words: words)
            }
            rest = rest.dropFirst(max(count, 0))
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func spawn(_ words: [String], input: Int32, output: Int32) throws(MailError) -> pid_t {
        let program = words.first ?? ""
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        do throws(Spawning.Refusal) {
            return try Spawning.start(program, words, environment: environment, streams: [input, output, output])
        } catch {
            throw .cannotStart(program: program, words: error.words)
        }
    }

    private static func systemWords(_ number: Int32) -> String { String(cString: strerror(number)) }
}

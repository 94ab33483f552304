import Foundation
import Glibc

/// A program that runs beside the tests and is looked at now and then.
///
/// Foundation's `Process` starts it with the signal mask of the thread that happens to ask, and those of Swift's
/// concurrency block SIGTERM: a server could not be asked to end. This one begins as a service manager would start it.
struct ChildProcess {
    let id: pid_t
    private var hasEnded = false
    /// The exit status, or the signal that ended it as a negative number; nil while it runs.
    private(set) var status: Int32?

    /// Starts a program with some variables more than these tests have; its standard output and standard error go to a file, which is made or continued.
    /// - Throws: ``BedError/command(_:code:output:)`` with the system's error number.
    init(_ program: URL, _ arguments: [String], output: URL, environment: [String: String] = [:]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // one that is not open is passed over; a pipe of these tests must not live on in a server
        for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([program.path] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let whole = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var variables: [UnsafeMutablePointer<CChar>?] = whole.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { variables.forEach { free($0) } }
        var id = pid_t()
        let code = posix_spawn(&id, program.path, &actions, &attributes, &words, &variables)
        guard code == 0 else {
            throw BedError.command(program.path, code: code, output: String(cString: strerror(code)))
        }
        self.id = id
    }

    mutating func isRunning() -> Bool {
        guard !hasEnded else { return false }
        var word: Int32 = 0
        let found = waitpid(id, &word, WNOHANG)
        guard found != 0 else { return true }
        hasEnded = true
        // As wait(2) lays it out: the low seven bits are the signal, the next eight the exit status.
        if found == id { status = word & 0x7f == 0 ? word >> 8 & 0xff : -(word & 0x7f) }
        return false
    }

    /// Sends a signal, unless the process has ended and its number may be another's.
    mutating func signal(_ number: Int32) {
        if isRunning() { kill(id, number) }
    }
}

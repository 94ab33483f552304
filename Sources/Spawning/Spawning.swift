internal import Foundation

#if canImport(Glibc)
    public import Glibc
#else
    public import Darwin
#endif

/// Starts programs as a service manager would start them: with the standard streams that are given and nothing else that
/// is open here, in a process group of their own, so that all of it can be killed and Ctrl-C in a terminal reaches the
/// server alone, and with signals as a program expects them, for a server ignores some and blocks others.
public enum Spawning {
    /// The system would not start it, in its words.
    public struct Refusal: Error, Equatable {
        /// As strerror(3) has them.
        public let words: String
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: its path; a name without "/" is looked for in PATH.
    ///   - arguments: its words, its own name first.
    ///   - environment: NAME=VALUE each; nothing of ours besides.
    ///   - streams: what becomes 0, 1, 2 there, in that order; none of them is below 3 here. What is left out stays ours.
    /// - Returns: its number, which is ours until it is waited for; the number of its process group, too.
    /// - Throws: `Refusal`.
    public static func start(
        _ program: String, _ arguments: [String], environment: [String], streams: [Int32]
    ) throws(Refusal) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
        }
        for descriptor in inheritable() { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = attributesOfItsOwn()
        defer { posix_spawnattr_destroy(&attributes) }
        var process: pid_t = 0
        let failure = withCStrings(arguments) { words in
            withCStrings(environment) { posix_spawnp(&process, program, &actions, &attributes, words, $0) }
        }
        guard failure == 0 else { throw Refusal(words: String(cString: strerror(failure))) }
        return process
    }

    /// What is open here and would stay open there: our own is closed by the kernel (O_CLOEXEC), what whoever started us
    /// left open is not. Closing one that is gone by then does no harm.
    private static func inheritable() -> [Int32] {
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
        return open.compactMap { Int32($0) }.filter {
            let flags = fcntl($0, F_GETFD)
            return $0 > 2 && flags >= 0 && flags & FD_CLOEXEC == 0
        }
    }

    private static func attributesOfItsOwn() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        posix_spawnattr_setpgroup(&attributes, 0)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        return attributes
    }

    private static func withCStrings<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

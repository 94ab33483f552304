import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A socket that listens as systemd's would for a service: it stays while the servers behind it come and go.
final class ServiceSocket: Sendable {
    let descriptor: Int32
    let port: UInt16

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) | listen(descriptor, 128) | getsockname(descriptor, address, &size)
            }
        }
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    /// Starts a server behind the socket, as systemd does: the socket is its descriptor 3, and two variables say so.
    ///
    /// - Returns: its process.
    func serve(_ folder: TemporaryFolder, _ log: String) throws -> ServiceProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, descriptor, 3)
        for output in [1, 2] as [Int32] {
            posix_spawn_file_actions_addopen(
                &actions, output, "\(folder.path)/\(log)", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        }
        let words =
            [
                "/bin/sh", "-c", #"LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$@""#, try Program.url.path, "serve",
                "--menus",
                folder.path + "/menus", "--data", folder.path + "/data", "--sounds", Files.sounds, "--mailcmd",
                "/bin/cat",
            ]
        var arguments = words.map { strdup($0) } + [nil]
        var variables = Program.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        return ServiceProcess(id: process)
    }
}

/// A server that a test started behind a socket.
struct ServiceProcess: Sendable {
    let id: pid_t

    func signal(_ number: Int32) { kill(id, number) }

    /// Waits for its end: the exit code, or the signal's number, negative.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [id] in
                var status: Int32 = 0
                waitpid(id, &status, 0)
                continuation.resume(returning: status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f))
            }
        }
    }
}

import Foundation
import Sockets

/// The sockets that systemd listens on for a service (sd_listen_fds(3)): calls that come while the service is started
/// anew wait there for a moment instead of being turned away.
enum SystemdSockets {
    /// The first descriptor that is handed over.
    private static let first: Int32 = 3

    /// The descriptors that were handed to this process; none: it listens for itself.
    ///
    /// - Throws: `StartError.setting` when LISTEN_FDS is no number.
    static func descriptors(_ environment: [String: String]) throws(StartError) -> [Int32] {
        // Both are set for one process; a child of it may have inherited the words, but not what they mean.
        guard let process = environment["LISTEN_PID"], process == "\(ProcessInfo.processInfo.processIdentifier)",
            let text = environment["LISTEN_FDS"]
        else { return [] }
        guard let count = Int32(text), (0...1_000).contains(count) else {
            throw .setting("LISTEN_FDS: \"\(PlainText.of(text))\" is no number of sockets; expected what systemd sets")
        }
        return (0..<count).map { first + $0 }
    }

    /// One listener of all of them; nil: there are none.
    ///
    /// - Throws: `StartError.listen` when one is no listening TCP socket.
    static func listener(
        _ environment: [String: String], _ limits: SocketLimits
    ) throws(StartError) -> Listener? {
        let descriptors = try descriptors(environment)
        guard !descriptors.isEmpty else { return nil }
        do throws(SocketError) {
            return try Listener.adopt(descriptors, limits: limits)
        } catch {
            throw .listen("a socket of systemd's: \(error); expected ListenStream=HOST:PORT in attendant.socket")
        }
    }
}

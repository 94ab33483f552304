#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A socket that listens on this machine as systemd's would: it stays while the servers behind it come and go, and calls
/// that come between two of them wait.
final class LoopbackSocket: Sendable {
    let descriptor: Int32
    let port: UInt16

    /// - Throws: `SoakError`.
    init() throws(SoakError) {
        let descriptor = socket(AF_INET, RawLine.stream, 0)
        self.descriptor = descriptor
        var address = Self.address(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) | listen(descriptor, 1_024) | getsockname(descriptor, address, &size)
            }
        }
        guard code == 0 else { throw SoakError("no socket: \(String(cString: strerror(errno)))") }
        // Only the server that is meant gets it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    static func address(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }
}

/// Why a soak cannot go on, in one line.
public struct SoakError: Error, CustomStringConvertible {
    /// What, where, what was expected.
    public let description: String

    init(_ description: String) { self.description = description }
}

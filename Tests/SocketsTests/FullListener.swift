@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A listening socket whose queue is full, so that whoever connects next gets no answer.
final class FullListener: Sendable {
    let address: SocketAddress
    private let descriptors: [Int32]

    init() throws {
        let descriptor = Int32(Posix.socket(family: AF_INET))
        let any = SocketAddress(IPAddress(ipv4: 0x7f00_0001), port: 0)
        _ = any.withSockaddr { Posix.bind(descriptor, $0, $1) }
        #if canImport(Glibc)
            _ = Glibc.listen(descriptor, 0)
        #else
            _ = Darwin.listen(descriptor, 0)
        #endif
        guard let bound = Posix.localAddress(descriptor) else { throw SocketError.notListening(descriptor: descriptor) }
        address = bound
        // Linux lets one more connection wait than it is told (inet_csk_accept queue), others a few more.
        descriptors = [descriptor] + (0..<8).map { _ in Self.connect(to: bound) }
    }

    deinit { for descriptor in descriptors { Posix.close(descriptor) } }

    private static func connect(to address: SocketAddress) -> Int32 {
        let descriptor = Int32(Posix.socket(family: AF_INET))
        _ = address.withSockaddr { Posix.connect(descriptor, $0, $1) }
        return descriptor
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One socket that listens on one address. Closes its descriptor when it is freed.
final class ListeningSocket: Sendable {
    let descriptor: Int32
    let address: SocketAddress
    /// A descriptor that was handed over belongs to its giver too, who may listen on after us.
    let isAdopted: Bool

    private init(_ descriptor: Int32, _ address: SocketAddress, isAdopted: Bool) {
        self.descriptor = descriptor
        self.address = address
        self.isAdopted = isAdopted
    }

    deinit { Posix.close(descriptor) }

    /// Listens on an address; with port 0 on one the kernel chooses.
    static func bind(_ address: SocketAddress, _ limits: SocketLimits) throws(SocketError) -> ListeningSocket {
        let descriptor = Int32(Posix.socket(family: address.family))
        guard descriptor >= 0 else { throw error(-descriptor, address) }
        let code = listen(descriptor, on: address, limits)
        guard code == 0, let bound = Posix.localAddress(descriptor) else {
            Posix.close(descriptor)
            throw error(Int32(-code), address)
        }
        return ListeningSocket(descriptor, bound, isAdopted: false)
    }

    private static func listen(_ descriptor: Int32, on address: SocketAddress, _ limits: SocketLimits) -> Int {
        Posix.setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        // IPv4 has a socket of its own, so that `*` means the same whatever the system's default is.
        if !address.ip.isIPv4 { Posix.setOption(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
        Posix.setConnectionOptions(descriptor, limits.keepAlive)
        let code = address.withSockaddr { Posix.bind(descriptor, $0, $1) }
        return code < 0 ? code : Posix.listen(descriptor)
    }

    /// Takes over a descriptor that already listens, as socket activation hands it.
    static func adopt(_ descriptor: Int32, _ limits: SocketLimits) throws(SocketError) -> ListeningSocket {
        guard Posix.option(descriptor, SOL_SOCKET, SO_ACCEPTCONN) == 1,
            let address = Posix.localAddress(descriptor)
        else { throw .notListening(descriptor: descriptor) }
        Posix.prepare(descriptor)
        Posix.setConnectionOptions(descriptor, limits.keepAlive)
        return ListeningSocket(descriptor, address, isAdopted: true)
    }

    /// Turns away whoever comes from now on, although loops still hold duplicates of the descriptor.
    func stop() {
        if !isAdopted { _ = shutdown(descriptor, Posix.shutdownBoth) }
    }

    private static func error(_ code: Int32, _ address: SocketAddress) -> SocketError {
        switch code {
        case EADDRINUSE: .addressInUse("\(address)")
        case EACCES, EPERM: .bindNotPermitted("\(address)")
        case EADDRNOTAVAIL: .addressNotOurs("\(address)")
        case EMFILE, ENFILE: .noDescriptor(code: code)
        default: .cannotListen("\(address)", code: code)
        }
    }
}

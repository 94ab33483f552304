#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The sockets a server listens on. They listen from the moment this value is made, so that no caller is turned away
/// while the rest of the program starts; they close when the last reference to it is gone.
public final class Listener: Sendable {
    let sockets: [ListeningSocket]

    /// The addresses in use, with the ports the kernel chose; never empty.
    public var addresses: [SocketAddress] { sockets.map(\.address) }

    private init(_ sockets: [ListeningSocket]) {
        self.sockets = sockets
    }

    /// Listens on every address of an endpoint: both families for a name that has both, and for `*`.
    ///
    /// With port 0 all addresses get the same port. An address that this machine does not have, such as `::1` where
    /// IPv6 is switched off, is left out as long as another remains. A name is looked up in place.
    ///
    /// - Throws: ``SocketError/addressInUse(_:)``; ``SocketError/bindNotPermitted(_:)``;
    ///   ``SocketError/addressNotOurs(_:)``; ``SocketError/cannotListen(_:code:)``;
    ///   ``SocketError/unknownHost(_:reason:)``; ``SocketError/noDescriptor(code:)``.
    public static func bind(
        _ endpoint: Endpoint, limits: SocketLimits = SocketLimits()
    ) throws(SocketError) -> Listener {
        let addresses = try endpoint.resolve()
        var attempts = endpoint.port == 0 ? attemptsForOnePort : 1
        while true {
            attempts -= 1
            do throws(SocketError) {
                return Listener(try bindAll(addresses, limits))
            } catch {
                guard case .addressInUse = error, attempts > 0 else { throw error }
            }
        }
    }

    /// The port the kernel chose for one address may be taken at the other; then it is asked for another one.
    private static let attemptsForOnePort = 16

    private static func bindAll(
        _ addresses: [SocketAddress], _ limits: SocketLimits
    ) throws(SocketError) -> [ListeningSocket] {
        var sockets: [ListeningSocket] = []
        var missing: SocketError?
        for address in addresses {
            let port = address.port == 0 ? sockets.first?.address.port ?? 0 : address.port
            do throws(SocketError) {
                sockets.append(try ListeningSocket.bind(address.with(port: port), limits))
            } catch {
                switch error {
                case .addressNotOurs, .cannotListen(_, code: EAFNOSUPPORT): missing = error
                default: throw error
                }
            }
        }
        if let missing, sockets.isEmpty { throw missing }
        return sockets
    }

    /// Takes over descriptors that already listen, as systemd hands them; they are closed with this value.
    ///
    /// - Throws: ``SocketError/notListening(descriptor:)`` when one of them is no listening TCP socket. The others are
    ///   then closed, this one is left as it is.
    public static func adopt(
        _ descriptors: [Int32], limits: SocketLimits = SocketLimits()
    ) throws(SocketError) -> Listener {
        var sockets: [ListeningSocket] = []
        for descriptor in descriptors { sockets.append(try ListeningSocket.adopt(descriptor, limits)) }
        return Listener(sockets)
    }
}

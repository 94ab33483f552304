#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The address of one end of a connection: an IP address and a port.
public struct SocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// The IP address; an IPv4-mapped IPv6 address counts as IPv4.
    public let ip: IPAddress
    /// The TCP port.
    public let port: UInt16
    /// The interface number of a link-local IPv6 address (`%2`); 0 for all others.
    let zone: UInt32

    /// An address from its parts; `zone` is the interface number of a link-local IPv6 address.
    public init(_ ip: IPAddress, port: UInt16, zone: UInt32 = 0) {
        self.ip = ip
        self.port = port
        self.zone = zone
    }

    /// `192.0.2.1:4573` or `[2001:db8::1]:4573`.
    public var description: String {
        if ip.isIPv4 { return "\(ip):\(port)" }
        return zone == 0 ? "[\(ip)]:\(port)" : "[\(ip)%\(zone)]:\(port)"
    }

    func with(port: UInt16) -> SocketAddress {
        SocketAddress(ip, port: port, zone: zone)
    }

    /// `AF_INET` or `AF_INET6`.
    var family: Int32 {
        ip.isIPv4 ? AF_INET : AF_INET6
    }
}

extension SocketAddress {
    /// Reads what the kernel wrote; nil when it is neither IPv4 nor IPv6.
    init?(_ storage: sockaddr_storage) {
        var copy = storage
        let read = withUnsafeBytes(of: &copy) { bytes -> SocketAddress? in
            switch Int32(storage.ss_family) {
            case AF_INET:
                let four = bytes.loadUnaligned(as: sockaddr_in.self)
                return SocketAddress(
                    IPAddress(ipv4: UInt32(bigEndian: four.sin_addr.s_addr)), port: UInt16(bigEndian: four.sin_port))
            case AF_INET6:
                let six = bytes.loadUnaligned(as: sockaddr_in6.self)
                return SocketAddress(
                    IPAddress(six.sin6_addr), port: UInt16(bigEndian: six.sin6_port), zone: six.sin6_scope_id)
            default:
                return nil
            }
        }
        guard let read else { return nil }
        self = read
    }

    /// Hands the address to a system call in the form it wants.
    func withSockaddr<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        if let ipv4 = ip.ipv4 {
            var four = sockaddr_in()
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            four.sin_addr.s_addr = ipv4.bigEndian
            return Self.rebound(&four, body)
        }
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_port = port.bigEndian
        six.sin6_addr = ip.in6
        six.sin6_scope_id = zone
        return Self.rebound(&six, body)
    }

    private static func rebound<Address, Result>(
        _ address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
}

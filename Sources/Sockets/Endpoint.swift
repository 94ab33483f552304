/// Where to listen or to connect, as people write it: `HOST:PORT`.
///
/// `HOST` is an IPv4 address, an IPv6 address in brackets, a name, or `*` for all addresses of this machine.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    /// The address or name, without brackets; `*` stands for all addresses.
    public let host: String
    /// The TCP port; 0 lets the kernel choose when listening.
    public let port: UInt16

    /// An endpoint from its parts, which are not checked; a wrong host shows when it is resolved.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`.
    ///
    /// - Throws: ``SocketError/malformedEndpoint(_:reason:)`` when the host is missing or too long for a name, an IPv6
    ///   address lacks its brackets, or the port is no number from 0 to 65535.
    public init(_ text: String) throws(SocketError) {
        guard let colon = text.lastIndex(of: ":") else {
            throw .malformedEndpoint(text, reason: "there is no port")
        }
        self.host = try Self.host(text[..<colon], of: text)
        let digits = text[text.index(after: colon)...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(digits) else {
            throw .malformedEndpoint(text, reason: "the port must be a number from 0 to 65535")
        }
        self.port = port
    }

    private static func host(_ part: Substring, of text: String) throws(SocketError) -> String {
        var host = part
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard host.contains(":") else {
                throw .malformedEndpoint(text, reason: "brackets are for IPv6 addresses")
            }
        } else if host.contains(":") || host.contains("[") || host.contains("]") {
            throw .malformedEndpoint(text, reason: "an IPv6 address stands in brackets, as in [::1]:4573")
        }
        guard !host.isEmpty else { throw .malformedEndpoint(text, reason: "there is no host") }
        guard host.utf8.count <= longestName, host.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else {
            throw .malformedEndpoint(text, reason: "the host is no address and no name")
        }
        return String(host)
    }

    /// The longest name there can be in DNS, in bytes (RFC 1035 section 2.3.4).
    private static let longestName = 253

    /// `HOST:PORT`, with brackets around an IPv6 address.
    public var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

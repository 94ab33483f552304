#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Endpoint {
    /// All addresses of this endpoint, in the order to try them, without repeats and never empty.
    ///
    /// Addresses are read at once; a name blocks the calling thread until the system's resolver has answered, so look
    /// names up at start or from a thread that may wait.
    ///
    /// - Throws: ``SocketError/unknownHost(_:reason:)`` when the name has no address.
    public func resolve() throws(SocketError) -> [SocketAddress] {
        if host == "*" {
            return [
                SocketAddress(IPAddress(ipv4: 0), port: port), SocketAddress(IPAddress(high: 0, low: 0), port: port),
            ]
        }
        if let ip = IPAddress(host) { return [SocketAddress(ip, port: port)] }
        return try lookUp()
    }

    private func lookUp() throws(SocketError) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Posix.stream
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else {
            throw .unknownHost(host, reason: String(cString: gai_strerror(code)))
        }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var next = list
        while let entry = next?.pointee {
            if let address = Self.address(of: entry)?.with(port: port), !found.contains(address) {
                found.append(address)
            }
            next = entry.ai_next
        }
        guard !found.isEmpty else { throw .unknownHost(host, reason: "it has no IPv4 or IPv6 address") }
        return found
    }

    private static func address(of entry: addrinfo) -> SocketAddress? {
        guard let address = entry.ai_addr else { return nil }
        var storage = sockaddr_storage()
        let count = min(Int(entry.ai_addrlen), MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: count))
        }
        return SocketAddress(storage)
    }
}

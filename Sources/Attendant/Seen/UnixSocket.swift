#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The few calls that sockets in the file system need.
enum UnixSocket {
    #if canImport(Glibc)
        static let stream = Int32(SOCK_STREAM.rawValue)
        static let datagram = Int32(SOCK_DGRAM.rawValue)
        /// A peer that has gone must not kill the process with SIGPIPE.
        static let sendFlags = Int32(MSG_NOSIGNAL)
    #else
        static let stream = SOCK_STREAM
        static let datagram = SOCK_DGRAM
        static let sendFlags: Int32 = 0
    #endif

    /// The longest path that an address can hold, in bytes.
    static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    /// A socket that child processes do not inherit; nil when there is none to be had.
    static func make(_ type: Int32) -> Int32? {
        let descriptor = socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    /// Gives `body` the address of a path; "@…" is a name that no file has (Linux).
    ///
    /// - Returns: what `body` returns; -1, and `errno` ENAMETOOLONG, when the path does not fit.
    static func withAddress(of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int) -> Int {
        var bytes = Array(path.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        guard !bytes.isEmpty, bytes.count <= longestPath,
            let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)
        else {
            errno = ENAMETOOLONG
            return -1
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(start + bytes.count + (bytes[0] == 0 ? 0 : 1))
        return withUnsafeBytes(of: &address) { raw in
            raw.baseAddress.map { body($0.assumingMemoryBound(to: sockaddr.self), length) } ?? -1
        }
    }

    /// Neither reading nor writing waits longer.
    static func limit(_ descriptor: Int32, seconds: Int) {
        var time = timeval()
        time.tv_sec = seconds
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Writes all of it, or what the peer takes.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, sendFlags) }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }

    /// Reads to the end; nil when the peer does not end in time or says too much.
    static func read(from descriptor: Int32, atMost limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            if count < 0, errno == EINTR { continue }
            if count == 0 { return bytes }
            guard count > 0 else { return nil }
            bytes += chunk[..<count]
        }
        return nil
    }

    /// The system's words for the last failure.
    static var words: String { String(cString: strerror(errno)).lowercased() }
}

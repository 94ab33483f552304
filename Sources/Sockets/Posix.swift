#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The few system calls this module makes, with the differences between the systems and `EINTR` out of sight.
///
/// Each returns what the call returns, or the error number negated, as the kernel itself does.
enum Posix {
    #if canImport(Glibc)
        static let stream = Int32(SOCK_STREAM.rawValue)
        static let shutdownWriting = Int32(SHUT_WR)
        static let shutdownBoth = Int32(SHUT_RDWR)
        /// A peer that has gone must not kill the process with SIGPIPE.
        private static let sendFlags = Int32(MSG_NOSIGNAL)
    #else
        static let stream = SOCK_STREAM
        static let shutdownWriting = SHUT_WR
        static let shutdownBoth = SHUT_RDWR
        private static let sendFlags: Int32 = 0
    #endif

    /// Turns a result of −1 into the negated error number and repeats what a signal interrupted.
    @inline(__always)
    static func call(_ body: () -> Int) -> Int {
        while true {
            let result = body()
            if result >= 0 { return result }
            let code = errno
            if code != EINTR { return -Int(code) }
        }
    }

    /// A TCP socket that does not block and is not inherited by child processes.
    static func socket(family: Int32) -> Int {
        #if canImport(Glibc)
            let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            return call { Int(Glibc.socket(family, stream | flags, 0)) }
        #else
            let descriptor = call { Int(Darwin.socket(family, stream, 0)) }
            if descriptor >= 0 { prepare(Int32(descriptor)) }
            return descriptor
        #endif
    }

    static func bind(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int {
        #if canImport(Glibc)
            return call { Int(Glibc.bind(descriptor, address, length)) }
        #else
            return call { Int(Darwin.bind(descriptor, address, length)) }
        #endif
    }

    /// Listens with as long a queue as the system allows.
    static func listen(_ descriptor: Int32) -> Int {
        #if canImport(Glibc)
            return call { Int(Glibc.listen(descriptor, SOMAXCONN)) }
        #else
            return call { Int(Darwin.listen(descriptor, SOMAXCONN)) }
        #endif
    }

    static func connect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int {
        #if canImport(Glibc)
            return call { Int(Glibc.connect(descriptor, address, length)) }
        #else
            return call { Int(Darwin.connect(descriptor, address, length)) }
        #endif
    }

    /// Takes the next connection off a listening socket, as ``socket(family:)`` makes it.
    static func accept(_ descriptor: Int32, peer: inout sockaddr_storage) -> Int {
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &peer) { bytes -> Int in
            let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            #if canImport(Glibc)
                if let calls = LinuxCalls.shared {
                    let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
                    return call { Int(calls.accept4(descriptor, address, &length, flags)) }
                }
                let accepted = call { Int(Glibc.accept(descriptor, address, &length)) }
            #else
                let accepted = call { Int(Darwin.accept(descriptor, address, &length)) }
            #endif
            if accepted >= 0 { prepare(Int32(accepted)) }
            return accepted
        }
    }

    /// Makes a descriptor from elsewhere non-blocking and keeps it from child processes.
    static func prepare(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        #if !canImport(Glibc)
            setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE, 1)
        #endif
    }

    @inline(__always)
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        call { recv(descriptor, buffer.baseAddress, buffer.count, 0) }
    }

    @inline(__always)
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        call { send(descriptor, bytes.baseAddress, bytes.count, sendFlags) }
    }

    /// As ``read(_:into:)`` for what is no socket.
    static func get(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            return call { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
        #else
            return call { Darwin.read(descriptor, buffer.baseAddress, buffer.count) }
        #endif
    }

    /// As ``write(_:_:)`` for what is no socket.
    static func put(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            return call { Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
        #else
            return call { Darwin.write(descriptor, bytes.baseAddress, bytes.count) }
        #endif
    }

    /// Closes; `EINTR` is not repeated, for on Linux the descriptor is gone then and may already be another's.
    static func close(_ descriptor: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }

    @discardableResult
    static func setOption(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Int32) -> Int {
        var value = value
        return call { Int(setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))) }
    }

    static func option(_ descriptor: Int32, _ level: Int32, _ name: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, level, name, &value, &length) == 0 ? value : nil
    }

    /// The address a socket is bound to on this side.
    static func localAddress(_ descriptor: Int32) -> SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = withUnsafeMutableBytes(of: &storage) { bytes in
            getsockname(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &length)
        }
        return code == 0 ? SocketAddress(storage) : nil
    }

    /// The system's own words for an error number, in lower case as our messages are.
    static func text(_ code: Int32) -> String {
        guard let words = strerror(code) else { return "error \(code)" }
        let text = String(cString: words)
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

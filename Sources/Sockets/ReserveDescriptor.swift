#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A descriptor kept for the day there is none left. Then it is given up for a moment, to accept the connection that
/// waits and to close it: its peer learns at once that nobody will answer, instead of hearing nothing, and the listening
/// socket does not stay readable for ever.
struct ReserveDescriptor {
    private var descriptor: Int32 = -1

    init() { reopen() }

    var isHeld: Bool { descriptor >= 0 }

    mutating func reopen() {
        guard descriptor < 0 else { return }
        descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
    }

    mutating func close() {
        if descriptor >= 0 { Posix.close(descriptor) }
        descriptor = -1
    }

    /// Accepts one connection in the place of the reserve and closes it; returns who it was.
    mutating func turnAway(_ accept: (inout sockaddr_storage) -> Int) -> SocketAddress? {
        guard isHeld else { return nil }
        close()
        var storage = sockaddr_storage()
        let accepted = accept(&storage)
        if accepted >= 0 { Posix.close(Int32(accepted)) }
        reopen()
        return accepted >= 0 ? SocketAddress(storage) : nil
    }
}

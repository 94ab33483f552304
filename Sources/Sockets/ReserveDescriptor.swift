#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The means to turn a connection away when no descriptor is left: to accept it and to close it, so that its peer
/// learns at once that nobody will answer, instead of hearing nothing, and the listening socket does not stay readable
/// for ever.
///
/// Where the process is at its soft limit, the few descriptors between that and the hard one serve
/// (``DescriptorLimit``). Where there are none, or the whole system has no descriptor left, one that is kept for this
/// day is given up for a moment; another thread may take its place, which is why it comes second.
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

    /// Accepts one connection and closes it.
    ///
    /// - Returns: Whether one was accepted, and its peer; `(false, nil)` also when nobody waited any more.
    mutating func turnAway(_ accept: (inout sockaddr_storage) -> Int) -> (done: Bool, peer: SocketAddress?) {
        let spared = DescriptorLimit.withSpare { Self.refuseOne(accept) }
        if let spared, spared.done { return spared }
        guard isHeld else { return (false, nil) }
        close()
        defer { reopen() }
        return Self.refuseOne(accept)
    }

    private static func refuseOne(_ accept: (inout sockaddr_storage) -> Int) -> (done: Bool, peer: SocketAddress?) {
        var storage = sockaddr_storage()
        let accepted = accept(&storage)
        guard accepted >= 0 else { return (false, nil) }
        Posix.close(Int32(accepted))
        return (true, SocketAddress(storage))
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One listening socket as one loop sees it: a duplicate of its descriptor, registered there. Everything in here runs
/// on that loop.
///
/// `@unchecked Sendable`: its variables are touched on the loop only, by ``LoopHandler``'s calls and by `start` and
/// `stop`, which assert it through the loop's registry.
final class AcceptSource: LoopHandler, @unchecked Sendable {
    typealias Accept = @Sendable (Int32, inout sockaddr_storage) -> Int

    private let acceptor: Acceptor
    private let all: [Acceptor]
    private let accept: Accept
    private let descriptor: Int32
    private var token = LoopToken.none
    private var reserve = ReserveDescriptor()
    private var isWatching = false
    private var isStopped = false

    /// Accepts for `acceptor`, and for others of `all` that have much less to do.
    ///
    /// - Throws: ``SocketError/noDescriptor(code:)``.
    init(
        _ socket: ListeningSocket, for acceptor: Acceptor, among all: [Acceptor], accept: @escaping Accept
    ) throws(SocketError) {
        let copy = fcntl(socket.descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw .noDescriptor(code: errno) }
        descriptor = copy
        self.acceptor = acceptor
        self.all = all
        self.accept = accept
    }

    deinit {
        // Only one that was never started comes here unstopped: the loop keeps the others.
        guard !isStopped else { return }
        Posix.close(descriptor)
        reserve.close()
    }

    func start() {
        token = acceptor.loop.register(self)
        watch()
    }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        acceptor.loop.retire(token, closing: descriptor)
        reserve.close()
    }

    private func watch() {
        guard !isWatching, !isStopped else { return }
        isWatching = true
        acceptor.loop.poller.watchListener(descriptor, token)
    }

    /// Leaves the queue of connections alone for a while.
    private func pause(on loop: EventLoop) {
        guard isWatching else { return }
        isWatching = false
        loop.poller.unwatch(descriptor)
        loop.arm(token, at: loop.clock.now + acceptor.limits.acceptPause)
    }

    func deadlinePassed(_ now: LoopTime, on loop: EventLoop) -> LoopTime? {
        reserve.reopen()
        watch()
        return nil
    }

    func ready(_ readiness: Readiness, on loop: EventLoop) {
        var accepted: [Connection] = []
        for _ in 0..<max(1, acceptor.limits.acceptBatch) {
            guard isWatching, !acceptor.isStopped, let connection = acceptOne(on: loop) else { break }
            guard case .some(let connection) = connection else { continue }
            if connection.loop === loop {
                connection.start()
                accepted.append(connection)
            } else {
                handOver(connection)
            }
        }
        if !accepted.isEmpty { acceptor.put(accepted) }
    }

    private func handOver(_ connection: Connection) {
        guard let other = all.first(where: { $0.loop === connection.loop }) else { return connection.close() }
        other.loop.execute {
            connection.start()
            other.put([connection])
        }
    }

    /// Accepts the next connection: nil when none waits, `.some(nil)` when it came to nothing.
    private func acceptOne(on loop: EventLoop) -> Connection?? {
        var storage = sockaddr_storage()
        let result = accept(descriptor, &storage)
        guard result >= 0 else { return failed(Int32(-result), on: loop) }
        guard let peer = SocketAddress(storage), acceptor.admission.admit(peer) else {
            Posix.close(Int32(result))
            return .some(nil)
        }
        #if !canImport(Glibc)
            Posix.setConnectionOptions(Int32(result), acceptor.limits.keepAlive)
        #endif
        return Connection(
            Int32(result), peer: peer, loop: acceptor.home(among: all).loop, limits: acceptor.limits,
            admission: acceptor.admission)
    }

    private func failed(_ code: Int32, on loop: EventLoop) -> Connection?? {
        // A socket that has been shut down says so again and again until it is retired.
        if acceptor.isStopped { return nil }
        switch code {
        case EAGAIN:
            return nil
        case ECONNABORTED, EPROTO, EPERM, ENETDOWN, ENETUNREACH, EHOSTDOWN, EHOSTUNREACH, ENOPROTOOPT, EOPNOTSUPP:
            // Errors of that one connection, which accept(2) tells to treat like EAGAIN and try the next.
            return .some(nil)
        case EMFILE, ENFILE:
            let turned = reserve.turnAway { self.accept(self.descriptor, &$0) }
            // accept(2) says so before it looks whether anybody waits.
            guard turned.done || !reserve.isHeld else { return nil }
            acceptor.admission.refuse(.noDescriptor, turned.peer)
            if !turned.done { pause(on: loop) }
            return .some(nil)
        default:
            acceptor.admission.refuse(.cannotAccept, nil)
            pause(on: loop)
            return nil
        }
    }
}

import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Accepts connections on all loops of a group and runs a handler for each, on the loop the connection belongs to.
public final class Server: Sendable {
    /// What it listens on.
    public let listener: Listener
    private let acceptors: [Acceptor]
    private let admission: Admission
    private let signal = StopSignal()
    private let isServing = Atomic<Bool>(false)
    private let accept: AcceptSource.Accept
    private let clock: any Clock<Duration>

    /// A server that does nothing yet but listen.
    ///
    /// - Parameters:
    ///   - listener: what to listen on.
    ///   - group: the loops to spread the connections over.
    ///   - limits: the limits of the server and of its connections.
    ///   - clock: measures the time that is left after ``stop(within:)``.
    ///   - allows: whether a peer may connect; asked on the loop before anything else happens, so it must not block.
    ///   - onRefusal: told of every connection that is turned away, on a loop; whoever logs it limits the rate.
    public convenience init(
        _ listener: Listener, group: EventLoopGroup, limits: SocketLimits = SocketLimits(),
        clock: any Clock<Duration> = .continuous,
        allows: @escaping @Sendable (SocketAddress) -> Bool = { _ in true },
        onRefusal: @escaping @Sendable (Refusal) -> Void = { _ in }
    ) {
        let admission = Admission(limits: limits, allows: allows, onRefusal: onRefusal)
        self.init(listener, group: group, limits: limits, clock: clock, admission: admission)
    }

    init(
        _ listener: Listener, group: EventLoopGroup, limits: SocketLimits, clock: any Clock<Duration>,
        admission: Admission, accept: @escaping AcceptSource.Accept = { Posix.accept($0, peer: &$1) }
    ) {
        self.listener = listener
        self.admission = admission
        self.accept = accept
        self.clock = clock
        acceptors = group.loops.map {
            Acceptor(loop: $0, limits: limits, admission: admission, loops: group.loops.count)
        }
    }

    /// What has been accepted and refused so far.
    public var statistics: ServerStatistics { admission.statistics }

    /// Serves until ``stop(within:)`` or until the calling task is cancelled, and returns when every handler has ended.
    ///
    /// Each connection has a child task, whose tree runs on the connection's loop; when the handler returns, the
    /// connection is closed. Cancelling the calling task cancels all handlers at once.
    ///
    /// - Throws: ``SocketError/alreadyServing``, also after it has been stopped; ``SocketError/noDescriptor(code:)``.
    public func serve(handler: @escaping @Sendable (Connection) async -> Void) async throws(SocketError) {
        guard !isServing.exchange(true, ordering: .acquiringAndReleasing) else { throw .alreadyServing }
        let sources = try makeSources()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.acceptAll(sources, handler) }
            group.addTask { await self.waitForStop() }
            await group.next()
            group.cancelAll()
        }
        stop(within: .zero)
    }

    /// Stops accepting at once; the connections there are may go on for `grace`, then their tasks are cancelled.
    /// Returns at once; ``serve(handler:)`` returns when all have ended. Only the first call counts.
    public func stop(within grace: Duration) {
        for acceptor in acceptors { acceptor.stop() }
        for socket in listener.sockets { socket.stop() }
        for acceptor in acceptors {
            // Behind what that loop is accepting now, and, on each other loop, behind what it hands over there.
            acceptor.loop.execute { [acceptors] in
                for other in acceptors { other.loop.execute { other.loopHasStopped() } }
            }
        }
        signal.give(grace)
    }

    private func makeSources() throws(SocketError) -> [[AcceptSource]] {
        var all: [[AcceptSource]] = []
        for acceptor in acceptors {
            var sources: [AcceptSource] = []
            for socket in listener.sockets {
                sources.append(try AcceptSource(socket, for: acceptor, among: acceptors, accept: accept))
            }
            all.append(sources)
        }
        return all
    }

    private func acceptAll(
        _ sources: [[AcceptSource]], _ handler: @escaping @Sendable (Connection) async -> Void
    ) async {
        await withDiscardingTaskGroup { group in
            for (acceptor, sources) in zip(acceptors, sources) {
                group.addTask(executorPreference: acceptor.loop) {
                    await Self.accept(acceptor, sources, handler)
                }
            }
        }
    }

    /// Starts a handler for each connection of one loop, on that loop, and waits for the last of them.
    private static func accept(
        _ acceptor: Acceptor, _ sources: [AcceptSource], _ handler: @escaping @Sendable (Connection) async -> Void
    ) async {
        acceptor.loop.execute { for source in sources { source.start() } }
        await withDiscardingTaskGroup { group in
            while let connections = await acceptor.next() {
                for connection in connections {
                    group.addTask { await connection.handle(with: handler) }
                }
            }
            acceptor.loop.execute { for source in sources { source.stop() } }
        }
    }

    /// Returns when the time after a stop is over, or when there is no more to wait for.
    private func waitForStop() async {
        guard let grace = await signal.wait() else { return }
        try? await clock.sleep(for: grace)
    }
}

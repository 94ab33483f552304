import Synchronization

/// One TCP connection. Its descriptor is watched by a loop from the start to ``close()``.
///
/// Every method may be called from any task; it is cheapest from a task on ``loop``. What arrives while nobody
/// receives is kept up to a limit, so that a peer's last words and its end are noticed at the next ``receive(deadline:)``
/// or ``waitForInput(deadline:)``. A connection lives until it is closed on this side, even when nothing refers to it.
public final class Connection: Sendable {
    /// Counts up over all connections of the process; it is never used again, unlike a descriptor.
    public let id: UInt64
    /// The other end.
    public let peer: SocketAddress
    /// The loop that watches it and on which a server runs its handler.
    public let loop: EventLoop

    let backlogBytes: Int
    let writeDeadline: Duration
    /// Where the connection is counted until it is closed.
    let admission: Admission?
    /// The task a server runs for this connection, as a number; 0 while there is none.
    let handlerTask = Atomic<UInt>(0)
    let state: Mutex<ConnectionState>

    private static let counter = Atomic<UInt64>(0)

    init(_ descriptor: Int32, peer: SocketAddress, loop: EventLoop, limits: SocketLimits, admission: Admission? = nil) {
        id = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
        self.peer = peer
        self.loop = loop
        self.admission = admission
        backlogBytes = max(1, limits.backlogBytes)
        writeDeadline = limits.writeDeadline
        state = Mutex(ConnectionState(descriptor: descriptor))
        loop.load.wrappingAdd(1, ordering: .relaxed)
    }

    /// This end; nil after ``close()``.
    public var local: SocketAddress? {
        state.withLock { $0.isOpen ? Posix.localAddress($0.descriptor) : nil }
    }

    /// Whether ``close()`` has not been called yet, by whomever. A connection the peer has ended is still open.
    public var isOpen: Bool {
        state.withLock { $0.isOpen }
    }

    /// Begins to watch the socket. On the loop only.
    func start(writing: Bool = false) {
        let token = loop.register(self)
        let descriptor = state.withLock { state in
            if state.isOpen { state.token = token }
            return state.descriptor
        }
        guard descriptor >= 0 else { return loop.unregister(token) }
        loop.poller.watch(descriptor, token, writing: writing)
    }

    /// Closes the connection. A task that waits to receive or to send gets ``SocketError/closed``. May be called more
    /// than once, and from anywhere.
    public func close() {
        end(.closed)
    }

    /// Closes the connection and tells the waiting tasks why.
    func end(_ error: SocketError) {
        var wakeup = Wakeup()
        let (descriptor, token) = state.withLock { $0.close(error, &wakeup) }
        guard descriptor >= 0 else { return }
        wakeup.resume()
        admission?.release(peer.ip)
        loop.load.wrappingSubtract(1, ordering: .relaxed)
        if loop.isCurrent {
            loop.retire(token, closing: descriptor)
        } else {
            loop.execute { [loop] in loop.retire(token, closing: descriptor) }
        }
    }
}

import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Connection {
    /// Connects to a peer, for clients such as a test or a load generator.
    ///
    /// - Parameters:
    ///   - address: the peer.
    ///   - loop: the loop the connection belongs to.
    ///   - timeout: how long the peer may take to answer.
    ///   - limits: the backlog, the write deadline and the keep-alive of the connection.
    /// - Returns: a connection the caller must close.
    /// - Throws: ``SocketError/cannotConnect(_:code:)``; ``SocketError/connectTimedOut(_:)``;
    ///   ``SocketError/noDescriptor(code:)``; ``SocketError/cancelled``.
    public static func connect(
        to address: SocketAddress, on loop: EventLoop, timeout: Duration = .seconds(10),
        limits: SocketLimits = SocketLimits()
    ) async throws(SocketError) -> Connection {
        let descriptor = Posix.socket(family: address.family)
        guard descriptor >= 0 else { throw .noDescriptor(code: Int32(-descriptor)) }
        Posix.setConnectionOptions(Int32(descriptor), limits.keepAlive)
        let connection = Connection(Int32(descriptor), peer: address, loop: loop, limits: limits)
        let failure = await connection.connect(before: loop.clock.now + timeout)
        guard let failure else { return connection }
        connection.close()
        switch failure {
        case .cannotConnect(_, let code): throw .cannotConnect("\(address)", code: code)
        case .sendTimedOut: throw .connectTimedOut("\(address)")
        default: throw failure
        }
    }

    private func connect(before deadline: LoopTime) async -> SocketError? {
        let operation = state.withLock { state in
            state.isConnecting = true
            return state.nextOperation()
        }
        return await withTaskCancellationHandler {
            await suspend(returning: SocketError?.self) { suspension in
                state.withLock { state in
                    state.sender = .init(
                        suspension: suspension, operation: operation, deadline: deadline, bytes: [], sent: 0)
                }
                loop.execute { self.beginConnecting(deadline) }
                if Task.isCancelled { stopSending(operation) }
            }
        } onCancel: {
            stopSending(operation)
        }
    }

    /// Starts the handshake. On the loop, which must know the socket before anything can happen to it.
    private func beginConnecting(_ deadline: LoopTime) {
        let descriptor = state.withLock { $0.descriptor }
        guard descriptor >= 0 else { return }
        let code = peer.withSockaddr { address, length in
            Posix.connect(descriptor, address, length)
        }
        guard code == 0 || code == -Int(EINPROGRESS) else { return end(.cannotConnect("", code: Int32(-code))) }
        start(writing: true)
        loop.arm(state.withLock { $0.token }, at: deadline)
    }
}

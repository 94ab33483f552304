import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Connection {
    /// Sends all of `bytes`, and returns when the kernel has taken them, which mostly is at once.
    ///
    /// Only a call that has to wait for the peer is ended by cancellation, so that a cancelled task can still say a last
    /// word. A call that fails after a part has been taken closes the connection, because half a line cannot be taken
    /// back. Only one task may send at a time.
    ///
    /// - Throws: ``SocketError/sendTimedOut`` when the peer has not taken everything within
    ///   ``SocketLimits/writeDeadline``; ``SocketError/cancelled``; ``SocketError/reset`` when the peer is gone;
    ///   ``SocketError/closed`` after ``close()``; ``SocketError/alreadySending``.
    public nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws(SocketError) {
        let sent = try sendNow(bytes)
        if sent < bytes.count { try await sendRest(bytes, after: sent) }
    }

    /// Waits for the peer to take what the kernel has not.
    private nonisolated(nonsending) func sendRest(_ bytes: [UInt8], after sent: Int) async throws(SocketError) {
        let operation = state.withLock { $0.nextOperation() }
        let deadline = loop.clock.now + writeDeadline
        let error = await withTaskCancellationHandler {
            await suspend(returning: SocketError?.self) { self.park($0, operation, bytes, sent, deadline) }
        } onCancel: {
            self.stopSending(operation)
        }
        if let error { throw error }
    }

    /// Ends this side of the connection: the peer reads the end of file after what has been sent, and may go on
    /// sending. Does nothing on a closed connection.
    public func shutdownWrite() {
        state.withLock { state in
            if state.isOpen { _ = shutdown(state.descriptor, Posix.shutdownWriting) }
        }
    }

    /// Hands the kernel what it takes at once, and returns how much that was.
    private func sendNow(_ bytes: [UInt8]) throws(SocketError) -> Int {
        let result = state.withLock { state -> Result<Int, SocketError> in
            guard state.isOpen else { return .failure(.closed) }
            guard state.sender == nil else { return .failure(.alreadySending) }
            guard !bytes.isEmpty else { return .success(0) }
            let sent = bytes.withUnsafeBytes { Posix.write(state.descriptor, $0) }
            if sent >= 0 { return .success(sent) }
            return sent == -Int(EAGAIN) ? .success(0) : .failure(.reset)
        }
        return try result.get()
    }

    private func park(
        _ suspension: Suspension<SocketError?>, _ operation: UInt64, _ bytes: [UInt8], _ sent: Int,
        _ deadline: LoopTime
    ) {
        let (failure, arms) = state.withLock { state -> (SocketError?, Bool) in
            guard state.isOpen else { return (.closed, false) }
            if Task.isCancelled { return (.cancelled, false) }
            guard state.sender == nil else { return (.alreadySending, false) }
            state.sender = .init(
                suspension: suspension, operation: operation, deadline: deadline, bytes: bytes, sent: sent)
            return (nil, state.needsLook(at: deadline))
        }
        if let failure {
            if sent > 0 { close() }
            return suspension.resume(returning: failure)
        }
        if arms { arm(deadline) }
        loop.execute { [self] in watchWriting() }
    }

    func stopSending(_ operation: UInt64) {
        let stopped = state.withLock { state in
            state.sender?.operation == operation ? state.sender.take() : nil
        }
        guard let stopped else { return }
        if stopped.sent > 0 { close() }
        stopped.suspension.resume(returning: .cancelled)
    }
}

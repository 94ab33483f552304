import Synchronization

extension Connection {
    /// Waits for bytes and returns what has arrived: a chunk of any length, with no regard to lines.
    ///
    /// An empty array means that the peer has ended its side, and it means so again at every later call. Only one task
    /// may receive at a time. Nothing is lost when the call ends with an error: what arrives later is there for the
    /// next call.
    ///
    /// - Parameter deadline: when to give up; nil waits as long as the connection lasts.
    /// - Throws: ``SocketError/receiveTimedOut``; ``SocketError/cancelled``; ``SocketError/reset`` when the peer broke
    ///   off or keep-alive found it gone; ``SocketError/closed`` after ``close()``; ``SocketError/alreadyReceiving``.
    public nonisolated(nonsending) func receive(
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) -> [UInt8] {
        switch await input(taking: true, deadline.map(loop.clock.time)) {
        case .bytes(let bytes): return bytes
        case .endOfFile: return []
        case .failed(let error): throw error
        }
    }

    /// Waits until ``receive(deadline:)`` would return at once, with bytes or with the peer's end, and takes nothing.
    ///
    /// For the time in which a call does other work and must still hear that the caller has hung up.
    ///
    /// - Throws: as ``receive(deadline:)``.
    public nonisolated(nonsending) func waitForInput(
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) {
        if case .failed(let error) = await input(taking: false, deadline.map(loop.clock.time)) { throw error }
    }

    /// What has arrived, without waiting: nil when there is nothing now, an empty array when the peer has ended.
    ///
    /// - Throws: ``SocketError/reset`` and ``SocketError/closed``, as ``receive(deadline:)``.
    public func receiveNow() throws(SocketError) -> [UInt8]? {
        switch takeInput(taking: true).0 {
        case .bytes(let bytes): return bytes
        case .endOfFile: return []
        case .failed(let error): throw error
        case nil: return nil
        }
    }

    private nonisolated(nonsending) func input(taking: Bool, _ deadline: LoopTime?) async -> Input {
        if Task.isCancelled { return .failed(.cancelled) }
        let (input, operation) = takeInput(taking: taking)
        if let input { return input }
        return await withTaskCancellationHandler {
            await suspend(returning: Input.self) { self.park($0, operation, taking, deadline) }
        } onCancel: {
            self.stopReceiving(operation, .cancelled)
        }
    }

    /// What there is without waiting; when that is nothing, the number of the wait.
    private func takeInput(taking: Bool) -> (Input?, UInt64) {
        let (input, operation, resumes) = state.withLock { state in
            let input = state.takeInput(taking: taking)
            return (input, state.nextOperation(), state.isPaused && state.backlog.isEmpty)
        }
        if resumes { loop.execute { [self] in resumeReading() } }
        return (input, operation)
    }

    /// Puts the task where the loop finds it, unless there is something for it already.
    private func park(
        _ suspension: Suspension<Input>, _ operation: UInt64, _ taking: Bool, _ deadline: LoopTime?
    ) {
        // A cancellation from before the lock is taken shows here; a later one finds the receiver in its place.
        let (input, arms) = state.withLock { state -> (Input?, Bool) in
            if Task.isCancelled { return (.failed(.cancelled), false) }
            if let input = state.takeInput(taking: taking) { return (input, false) }
            guard state.receiver == nil else { return (.failed(.alreadyReceiving), false) }
            state.receiver = .init(suspension: suspension, operation: operation, deadline: deadline, taking: taking)
            return (nil, state.needsLook(at: deadline))
        }
        if let input { return suspension.resume(returning: input) }
        if arms, let deadline { arm(deadline) }
    }

    private func stopReceiving(_ operation: UInt64, _ error: SocketError) {
        let stopped = state.withLock { state in
            state.receiver?.operation == operation ? state.receiver.take() : nil
        }
        stopped?.suspension.resume(returning: .failed(error))
    }
}

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
        let (input, operation) = takeInput(taking: true, unlessCancelled: true)
        if let input { return try input.bytes() }
        return try await wait(operation, taking: true, deadline.map { loop.clock.time(of: $0) }).bytes()
    }

    /// Waits until ``receive(deadline:)`` would return at once, with bytes or with the peer's end, and takes nothing.
    ///
    /// For the time in which a call does other work and must still hear that the caller has hung up.
    ///
    /// - Throws: as ``receive(deadline:)``.
    public nonisolated(nonsending) func waitForInput(
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) {
        let (input, operation) = takeInput(taking: false, unlessCancelled: true)
        if let input {
            _ = try input.bytes()
        } else {
            _ = try await wait(operation, taking: false, deadline.map { loop.clock.time(of: $0) }).bytes()
        }
    }

    /// What has arrived, without waiting: nil when there is nothing now, an empty array when the peer has ended.
    ///
    /// - Throws: ``SocketError/reset`` and ``SocketError/closed``, as ``receive(deadline:)``.
    public func receiveNow() throws(SocketError) -> [UInt8]? {
        try takeInput(taking: true, unlessCancelled: false).0?.bytes()
    }

    /// What there is without waiting; when that is nothing, the number of the wait.
    private func takeInput(taking: Bool, unlessCancelled: Bool) -> (Input?, UInt64) {
        let (input, operation, resumes) = state.withLock { state -> (Input?, UInt64, Bool) in
            // A cancelled task takes nothing, or the bytes would be lost with it. One that finds nothing is asked later.
            if unlessCancelled, state.hasInput, Task.isCancelled { return (.failed(.cancelled), 0, false) }
            let input = state.takeInput(taking: taking)
            return (input, state.nextOperation(), state.isPaused && state.backlog.isEmpty)
        }
        if resumes { loop.execute { [self] in resumeReading() } }
        return (input, operation)
    }

    private nonisolated(nonsending) func wait(_ operation: UInt64, taking: Bool, _ deadline: LoopTime?) async -> Input {
        if isInHandlerTask {
            // The handler's task is watched for cancellation as a whole, see `handle`; to watch it again for each wait
            // would double what a wait costs.
            return await suspend(returning: Input.self) { self.park($0, .handler, taking, deadline) }
        }
        return await withTaskCancellationHandler {
            await suspend(returning: Input.self) { self.park($0, operation, taking, deadline) }
        } onCancel: {
            self.stopReceiving(operation)
        }
    }

    /// Puts the task where the loop finds it, unless there is something for it already.
    private func park(_ suspension: Suspension<Input>, _ operation: UInt64, _ taking: Bool, _ deadline: LoopTime?) {
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

    /// Ends a wait because its task was cancelled, if it is still under way.
    func stopReceiving(_ operation: UInt64) {
        let stopped = state.withLock { state in
            state.receiver?.operation == operation ? state.receiver.take() : nil
        }
        stopped?.suspension.resume(returning: .failed(.cancelled))
    }
}

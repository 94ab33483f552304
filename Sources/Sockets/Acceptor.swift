import Synchronization

/// Accepts connections on one loop and hands them, in batches, to the task that starts their handlers there.
final class Acceptor: Sendable {
    struct State {
        var waiting: [Connection] = []
        var taker: Suspension<[Connection]?>?
        var isStopped = false
    }

    let loop: EventLoop
    let limits: SocketLimits
    let admission: Admission
    private let state = Mutex(State())

    init(loop: EventLoop, limits: SocketLimits, admission: Admission) {
        self.loop = loop
        self.limits = limits
        self.admission = admission
    }

    /// The connections accepted since the last call, never none; nil when no more will come.
    nonisolated(nonsending) func next() async -> [Connection]? {
        await withTaskCancellationHandler {
            await suspend(returning: [Connection]?.self) { taker in
                let ready = state.withLock { state -> [Connection]?? in
                    if state.waiting.isEmpty, !state.isStopped {
                        state.taker = taker
                        return nil
                    }
                    return .some(state.take())
                }
                if let ready { taker.resume(returning: ready) }
            }
        } onCancel: {
            stop()
        }
    }

    /// Whether what is accepted from now on would be taken by nobody.
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Takes in connections; false when they come after the end, and then they are the caller's to close.
    func put(_ connections: [Connection]) -> Bool {
        let (isTaken, taker) = state.withLock { state -> (Bool, Suspension<[Connection]?>?) in
            guard !state.isStopped else { return (false, nil) }
            let taker = state.taker.take()
            if taker == nil { state.waiting += connections }
            return (true, taker)
        }
        taker?.resume(returning: connections)
        return isTaken
    }

    /// Ends ``next()`` once what has been accepted is taken.
    func stop() {
        let taker = state.withLock { state in
            state.isStopped = true
            return state.taker.take()
        }
        taker?.resume(returning: nil)
    }
}

extension Acceptor.State {
    mutating func take() -> [Connection]? {
        defer { waiting = [] }
        return waiting.isEmpty ? nil : waiting
    }
}

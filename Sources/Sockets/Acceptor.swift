import Synchronization

/// Accepts connections on one loop and hands them, in batches, to the task that starts their handlers there.
final class Acceptor: Sendable {
    struct State {
        var waiting: [Connection] = []
        var taker: Suspension<[Connection]?>?
        /// Nothing more is accepted.
        var isStopped = false
        /// How many loops may still put in what they had accepted by then.
        var loopsLeft: Int
        /// Nothing more will be put in.
        var isOver: Bool { loopsLeft <= 0 }
    }

    let loop: EventLoop
    let limits: SocketLimits
    let admission: Admission
    private let state: Mutex<State>

    /// - Parameter loops: how many loops put connections in.
    init(loop: EventLoop, limits: SocketLimits, admission: Admission, loops: Int) {
        state = Mutex(State(loopsLeft: loops))
        self.loop = loop
        self.limits = limits
        self.admission = admission
    }

    /// How many connections a loop may have more than another before new ones are handed over. The kernel wakes one
    /// resting loop more often than the others; to stay is cheaper as long as that does little.
    private static let slack = 32

    /// The acceptor whose loop a new connection should belong to: this one, unless another has much less to do.
    func home(among all: [Acceptor]) -> Acceptor {
        let own = loop.load.load(ordering: .relaxed)
        var least = (acceptor: self, load: own - Self.slack)
        for other in all where other !== self {
            let load = other.loop.load.load(ordering: .relaxed)
            if load < least.load { least = (other, load) }
        }
        return least.acceptor
    }

    /// The connections accepted since the last call, never none; nil when no more will come.
    nonisolated(nonsending) func next() async -> [Connection]? {
        await withTaskCancellationHandler {
            await suspend(returning: [Connection]?.self) { taker in
                let ready = state.withLock { state -> [Connection]?? in
                    if state.waiting.isEmpty, !state.isOver {
                        state.taker = taker
                        return nil
                    }
                    return .some(state.take())
                }
                if let ready { taker.resume(returning: ready) }
            }
        } onCancel: {
            end { $0.loopsLeft = 0 }
        }
    }

    /// Whether what is accepted from now on would be taken by nobody.
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Takes in connections of its loop; closes them when they come after the end.
    func put(_ connections: [Connection]) {
        let (isTaken, taker) = state.withLock { state -> (Bool, Suspension<[Connection]?>?) in
            guard !state.isOver else { return (false, nil) }
            let taker = state.taker.take()
            if taker == nil { state.waiting += connections }
            return (true, taker)
        }
        taker?.resume(returning: connections)
        if !isTaken { for connection in connections { connection.close() } }
    }

    /// Nothing more is accepted from now on. What was accepted by now still comes: a peer that was let in is served.
    func stop() { state.withLock { $0.isStopped = true } }

    /// A loop has put in all that it had accepted; after the last of them ``next()`` ends once that is taken.
    func loopHasStopped() { end { $0.loopsLeft -= 1 } }

    private func end(_ change: (inout State) -> Void) {
        let taker = state.withLock { state -> Suspension<[Connection]?>? in
            state.isStopped = true
            change(&state)
            return state.isOver ? state.taker.take() : nil
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

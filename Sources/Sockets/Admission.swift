import Synchronization

/// Counts the connections of a server, in all and by peer, and says whether there is room for one more.
final class Admission: Sendable {
    private struct Counts {
        var open = 0
        var accepted: UInt64 = 0
        var peers: [IPAddress: Int] = [:]
        var refused: [Refusal.Reason: UInt64] = [:]
    }

    private let limits: SocketLimits
    private let allows: @Sendable (SocketAddress) -> Bool
    private let onRefusal: @Sendable (Refusal) -> Void
    private let counts = Mutex(Counts())

    init(
        limits: SocketLimits, allows: @escaping @Sendable (SocketAddress) -> Bool,
        onRefusal: @escaping @Sendable (Refusal) -> Void
    ) {
        self.limits = limits
        self.allows = allows
        self.onRefusal = onRefusal
    }

    /// Counts the connection in, or tells the callback why not.
    func admit(_ peer: SocketAddress) -> Bool {
        guard allows(peer) else {
            refuse(.notAllowed, peer)
            return false
        }
        let reason = counts.withLock { counts -> Refusal.Reason? in
            guard counts.open < limits.connections else { return .tooManyConnections }
            let fromPeer = counts.peers[peer.ip, default: 0]
            guard fromPeer < limits.connectionsPerPeer else { return .tooManyFromPeer }
            counts.open += 1
            counts.accepted += 1
            counts.peers[peer.ip] = fromPeer + 1
            return nil
        }
        if let reason { refuse(reason, peer) }
        return reason == nil
    }

    /// Counts a connection out.
    func release(_ peer: IPAddress) {
        counts.withLock { counts in
            counts.open -= 1
            let left = counts.peers[peer, default: 1] - 1
            counts.peers[peer] = left > 0 ? left : nil
        }
    }

    func refuse(_ reason: Refusal.Reason, _ peer: SocketAddress?) {
        counts.withLock { $0.refused[reason, default: 0] += 1 }
        onRefusal(Refusal(reason: reason, peer: peer))
    }

    var statistics: ServerStatistics {
        counts.withLock { counts in
            ServerStatistics(
                open: counts.open, accepted: counts.accepted, peers: counts.peers.count, refused: counts.refused)
        }
    }
}

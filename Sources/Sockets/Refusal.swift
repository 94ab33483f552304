/// A connection that was accepted and closed at once, or could not be accepted, and why.
public struct Refusal: Equatable, Sendable {
    /// Why a connection was turned away.
    public enum Reason: Hashable, Sendable, CaseIterable {
        /// The check of allowed addresses said no.
        case notAllowed
        /// The server holds as many connections as it may, ``SocketLimits/connections``.
        case tooManyConnections
        /// The peer has as many connections as it may, ``SocketLimits/connectionsPerPeer``.
        case tooManyFromPeer
        /// The process or the system has no descriptor left (`EMFILE`, `ENFILE`).
        case noDescriptor
        /// The system has no memory for another connection, or cannot accept for a reason not known here. Accepting
        /// rests for ``SocketLimits/acceptPause``; whoever waits is accepted later.
        case cannotAccept
    }

    /// Why.
    public let reason: Reason
    /// The peer; nil when it is not known.
    public let peer: SocketAddress?
}

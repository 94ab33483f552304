/// What a server has seen since it was made.
public struct ServerStatistics: Equatable, Sendable {
    /// The connections open now.
    public let open: Int
    /// The connections handed to the handler so far.
    public let accepted: UInt64
    /// How many addresses the open connections come from.
    public let peers: Int
    /// How many were turned away, by reason; a reason that never occurred is missing.
    public let refused: [Refusal.Reason: UInt64]
}

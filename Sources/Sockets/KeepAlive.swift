/// How TCP finds out that a silent peer is gone (`SO_KEEPALIVE` and its three settings, tcp(7)).
///
/// A dead peer is noticed after `idle + probes × interval`.
public struct KeepAlive: Equatable, Sendable {
    /// The silence after which the first probe is sent; whole seconds, 1 to 32,767. 60 s.
    public var idle: Duration = .seconds(60)
    /// The time between two probes; whole seconds, 1 to 32,767. 10 s.
    public var interval: Duration = .seconds(10)
    /// How many unanswered probes mean that the peer is gone. 6.
    public var probes: Int = 6

    /// The defaults: a dead peer is noticed after two minutes.
    public init() {}
}

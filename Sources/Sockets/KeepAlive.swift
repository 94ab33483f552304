/// How TCP finds out that a silent peer is gone (`SO_KEEPALIVE` and its three settings, tcp(7)).
///
/// A dead peer is noticed after `idle + probes × interval`; on Linux also when bytes that were sent to it are not
/// acknowledged for so long (`TCP_USER_TIMEOUT`), for nothing is probed meanwhile.
public struct KeepAlive: Equatable, Sendable {
    /// The silence after which the first probe is sent; whole seconds, 1 to 32,767. 60 s.
    public var idle: Duration = .seconds(60)
    /// The time between two probes; whole seconds, 1 to 32,767. 10 s.
    public var interval: Duration = .seconds(10)
    /// How many unanswered probes mean that the peer is gone. 6.
    public var probes: Int = 6

    /// The defaults: a dead peer is noticed after two minutes.
    public init() {}

    /// A dead peer is noticed after that time: half of it is silence, the other half are six probes at most.
    ///
    /// - Parameter silence: whole seconds, 2 or more.
    public init(noticing silence: Duration) {
        let seconds = max(2, silence.components.seconds)
        let (idle, interval) = (seconds / 2, max(1, seconds / 12))
        self.idle = .seconds(idle)
        self.interval = .seconds(interval)
        probes = Int((seconds - idle) / interval)
    }
}

/// Every limit of this module, with its default.
public struct SocketLimits: Equatable, Sendable {
    /// The most connections a server holds at once. More are closed as soon as they are accepted. 20,000.
    public var connections: Int = 20_000
    /// The most connections from one address at once; one Asterisk makes one for each call under way. 10,000.
    public var connectionsPerPeer: Int = 10_000
    /// The most bytes kept for a connection that nobody receives from. Then reading stops until they are fetched, and
    /// TCP holds the peer up. Asterisk gives a line up after 100 ms when the way is blocked, and this is room for
    /// thousands of its lines. 64 KiB.
    public var backlogBytes: Int = 64 * 1024
    /// How long a peer may take to accept one `send`. Then the connection is closed. 10 s.
    public var writeDeadline: Duration = .seconds(10)
    /// How a silent peer is found to be gone; nil switches the probes off.
    public var keepAlive: KeepAlive? = KeepAlive()
    /// The most connections accepted in one turn of a loop before the connections it has are looked at again. 32.
    public var acceptBatch: Int = 32
    /// How long accepting rests when the system has neither descriptors nor memory for more. 100 ms.
    public var acceptPause: Duration = .milliseconds(100)

    /// The defaults.
    public init() {}
}

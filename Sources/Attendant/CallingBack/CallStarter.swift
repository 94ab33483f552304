/// A telephone to be rung that then runs one of our own scripts.
public struct AgentCall: Sendable, Equatable {
    /// The dial string of one channel.
    public var channel: String
    /// How long it rings.
    public var wait: Duration
    /// What its display shows: hostile text.
    public var name: String
    /// The number that its display shows.
    public var number: String
    /// The AGI URL that Asterisk runs when somebody answers.
    public var script: String
}

/// Makes Asterisk ring a telephone. Call files do; Asterisk's manager interface could.
public protocol CallStarter: Sendable {
    /// Asks Asterisk to ring; returns at once.
    ///
    /// - Throws: `CallStartError`: nothing will ring.
    func start(_ call: AgentCall) async throws(CallStartError) -> any StartedCall
}

/// A call that Asterisk was asked for.
public protocol StartedCall: Sendable {
    /// Whether it may still ring, is ringing, or is talked on; false: it ended, or nobody answered.
    func isUnderWay() async -> Bool

    /// Takes it back, should Asterisk not have begun it yet.
    func withdraw() async
}

/// Why Asterisk could not be asked to ring, in one line.
public struct CallStartError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What, where, what was expected.
    public let words: String

    /// The line.
    public var description: String { words }
}

/// How a sound that was played ended.
public struct PlayResult: Sendable, Equatable {
    /// Whether a key ended it.
    public let outcome: KeyOutcome

    /// How far it was played: in samples of the file's own rate; in milliseconds for CONTROL STREAM FILE, where -1 means that
    /// it was not moved. Nil when Asterisk does not say.
    public let endpos: Int?

    /// Makes a result.
    public init(outcome: KeyOutcome, endpos: Int?) {
        self.outcome = outcome
        self.endpos = endpos
    }

    /// The key that ended it, nil when none did.
    public var key: DTMFKey? { outcome.key }
}

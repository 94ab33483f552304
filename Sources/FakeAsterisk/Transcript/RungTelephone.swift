/// A telephone that rang, and what it was told.
public struct RungTelephone: Sendable, Hashable {
    /// When it began to ring.
    public var at: Duration
    /// Its dial string: `PJSIP/201`.
    public var dialString: String
    /// The name it displays; nil: none.
    public var name: String?
    /// The number it displays; nil: none.
    public var number: String?
    /// The variables its channel inherits, by those that were set with `_` or `__` in front.
    public var variables: [String: String]
}

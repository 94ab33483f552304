/// The modes of a telephone for the deaf.
public enum TDDMode: String, Sendable {
    /// Receives and sends.
    case on
    /// Voice only.
    case off
    /// With a mate.
    case mate
    /// The same as `on`.
    case tdd
}

/// How long Asterisk waits for a caller.
public enum WaitLimit: Sendable, Hashable {
    /// At most this long; a part of a millisecond counts as a whole one.
    case after(Duration)
    /// Without an end (`-1` on the wire).
    case never
}

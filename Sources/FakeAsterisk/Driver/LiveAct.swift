public import FastAGI

/// Something a caller does live, at the moment it comes.
public enum LiveAct: Sendable, Hashable {
    /// Presses a key.
    case press(DTMFKey)
    /// Hangs up.
    case hangUp
}

/// The state of a channel, its raw value the number CHANNEL STATUS answers (`ast_channel_state`).
public enum ChannelStatus: Int, Sendable {
    /// Down and free.
    case down = 0
    /// Down, but taken.
    case reserved = 1
    /// Off hook.
    case offHook = 2
    /// Digits were dialled.
    case dialled = 3
    /// It rings at the far end.
    case ring = 4
    /// It rings here.
    case ringing = 5
    /// Up: somebody talks.
    case up = 6
    /// Busy.
    case busy = 7
    /// Digits were dialled while off hook.
    case dialledOffHook = 8
    /// A call was seen, before it rings.
    case beforeRing = 9
}

/// How a session ended, seen from Asterisk.
public enum CallEnding: String, Sendable, Hashable, Codable, CaseIterable {
    /// The server closed the connection or broke it off; Asterisk makes no difference.
    case serverClosed
    /// Asterisk left by itself: `AGIEXITONHANGUP`, or a line that begins with "failure".
    case asteriskLeft
    /// The connection was cut as the wire's options asked.
    case cut
    /// The server said nothing for as long as it was given, or nothing could happen any more.
    case silence
    /// The server said more, or took longer, than the call may be.
    case overrun
    /// The task was cancelled.
    case cancelled
}

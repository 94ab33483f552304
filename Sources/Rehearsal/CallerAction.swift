/// One thing that a caller does, in order (menu-format, part 5).
public enum CallerAction: Sendable, Hashable {
    /// Presses these keys, one every 0.4 s.
    case press(String, When)
    /// Lets so much time pass.
    case wait(Duration)
    /// Lets one wait for keys end without a key.
    case silence
    /// Speaks for so long, into a recording.
    case speak(Duration)
    /// Hangs up.
    case hangUp(When)

    /// When an action takes effect.
    public enum When: Sendable, Hashable {
        /// Keys: 0.8 s after a prompt has ended and keys are waited for. Hanging up: 0.8 s after the last action.
        case asked
        /// At once, whatever is being heard.
        case now
        /// So long after the last action took effect.
        case after(Duration)
        /// Keys of a newcomer: 0.8 s after they were named in the next prompt that asks for keys, else 0.8 s after its
        /// end.
        case prompted
        /// So long after the last action took effect; before the first one, after something was first heard.
        case sinceLast(Duration)
    }
}

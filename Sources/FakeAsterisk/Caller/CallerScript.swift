public import FastAGI

/// What a caller does, in order.
public struct CallerScript: Sendable, Hashable {
    /// One thing a caller does.
    public enum Act: Sendable, Hashable {
        /// Presses keys, one `keyGap` after the other.
        case press([DTMFKey], When)
        /// Waits so long after the last act took effect.
        case wait(Duration)
        /// Lets one wait for keys end without a key.
        case silence
        /// Speaks for so long into the next recording.
        case speak(Duration)
        /// Hangs up.
        case hangUp(When)
    }

    /// When an act takes effect.
    public enum When: Sendable, Hashable {
        /// Keys: a moment after a prompt has ended and keys are waited for. Hanging up: a moment after the last act.
        case asked
        /// As soon as anything runs, also during a prompt.
        case now
        /// So long after the present prompt, ringing or waiting began.
        case at(Duration)
    }

    /// The acts, in order. After the last one the caller listens in silence to the end.
    public var acts: [Act]
    /// How long the caller takes to act once asked.
    public var reaction: Duration
    /// From one key of an act to the next.
    public var keyGap: Duration

    /// A caller who acts 0.8 s after being asked and presses a key every 0.4 s, unless told otherwise.
    public init(
        _ acts: [Act] = [], reaction: Duration = .milliseconds(800), keyGap: Duration = .milliseconds(400)
    ) {
        self.acts = acts
        self.reaction = reaction
        self.keyGap = keyGap
    }
}

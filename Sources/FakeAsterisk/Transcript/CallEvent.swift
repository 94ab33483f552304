/// One thing that happened in a call, as the caller or the staff would have met it.
public struct CallEvent: Sendable, Hashable {
    /// What it was.
    public enum Kind: Sendable, Hashable {
        /// The caller was told this: the text beside the sound, else the sound's name.
        case said(String)
        /// The caller pressed a key; what became of it.
        case key(Character, KeyFate)
        /// A telephone rings, by its dial string.
        case rings(String)
        /// What a rung telephone displays.
        case shows(String)
        /// Anything else, in a few words: answered, hung up, who talked how long.
        case event(String)
    }

    /// Time since the call began.
    public var at: Duration
    /// What it was.
    public var kind: Kind

    /// Something that happened then.
    public init(at: Duration, _ kind: Kind) {
        self.at = at
        self.kind = kind
    }
}

/// What happened in a rehearsed call, as a person meets it.
public struct TranscriptEntry: Sendable, Equatable {
    /// Since the call arrived.
    public let at: Duration
    /// What.
    public let what: What

    /// Something that happened then.
    public init(at: Duration, what: What) {
        self.at = at
        self.what = what
    }

    /// One thing that happened.
    public enum What: Sendable, Equatable {
        /// The line said this, from here on.
        case said(String)
        /// The caller pressed a key.
        case key(Character)
        /// These telephones ring.
        case rings([String])
        /// This is displayed there.
        case shows(String)
        /// Anything else, as a short phrase: "answered", "hangs up", "records".
        case event(String)
    }
}

/// What `CONTROL STREAM FILE` shall play, and the keys that move within it.
public struct ControlledPlayback: Sendable, Hashable {
    /// The sound, without extension.
    public var file: String

    /// The keys that end it.
    public var escape: EscapeDigits

    /// How far a key moves; Asterisk's default is 3 s.
    public var skip: Duration?

    /// The key that moves forward; Asterisk's default is `#`.
    public var forward: DTMFKey?

    /// The key that moves back; Asterisk's default is `*`.
    public var rewind: DTMFKey?

    /// The key that pauses and goes on; none by default.
    public var pause: DTMFKey?

    /// Where to begin.
    public var offset: Duration?

    /// Describes a controlled playback.
    public init(
        file: String, escape: EscapeDigits = .none, skip: Duration? = nil, forward: DTMFKey? = nil,
        rewind: DTMFKey? = nil, pause: DTMFKey? = nil, offset: Duration? = nil
    ) {
        self.file = file
        self.escape = escape
        self.skip = skip
        self.forward = forward
        self.rewind = rewind
        self.pause = pause
        self.offset = offset
    }

    /// How many of the optional words must be written for the last one that is set.
    var optionalWords: Int {
        if offset != nil { return 5 }
        if pause != nil { return 4 }
        if rewind != nil { return 3 }
        if forward != nil { return 2 }
        return skip != nil ? 1 : 0
    }

    /// Asterisk's own way of moving, written where a later word needs it.
    static let defaultSkip: Duration = .seconds(3)
}

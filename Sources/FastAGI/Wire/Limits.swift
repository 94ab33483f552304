/// What a peer may make a session hold, wait for or read; all of it is bounded.
public struct Limits: Sendable, Equatable {
    /// Longest line of the environment block, in bytes without its newline. `agi_request` and the arguments come from the
    /// dialplan, whose own lines end at 8,192 bytes.
    public static let defaultEnvironmentLineBytes = 8_192

    /// Most lines in the environment block. Asterisk sends 23 and one for each argument, of which there are at most 127.
    public static let defaultEnvironmentLines = 256

    /// Most bytes in the whole environment block, newlines included.
    public static let defaultEnvironmentBytes = 65_536

    /// Longest reply, in bytes: one line, a value that runs over several, or a whole 520 block. The value of
    /// `GET FULL VARIABLE` has no limit in Asterisk.
    public static let defaultReplyBytes = 65_536

    /// Most lines that belong to no command (HANGUP, 100, an unasked 520 block) read while one reply is awaited.
    public static let defaultUnaskedLines = 64

    /// Longest line of the environment block, in bytes without its newline.
    public var environmentLineBytes: Int

    /// Most lines in the environment block, the blank one at its end not counted.
    public var environmentLines: Int

    /// Most bytes in the whole environment block, newlines included.
    public var environmentBytes: Int

    /// Longest reply, in bytes: one line, a value that runs over several, or a whole 520 block.
    public var replyBytes: Int

    /// Most lines that belong to no command read while one reply is awaited.
    public var unaskedLines: Int

    /// Makes limits; each one not named keeps its default.
    public init(
        environmentLineBytes: Int = defaultEnvironmentLineBytes,
        environmentLines: Int = defaultEnvironmentLines,
        environmentBytes: Int = defaultEnvironmentBytes,
        replyBytes: Int = defaultReplyBytes,
        unaskedLines: Int = defaultUnaskedLines
    ) {
        self.environmentLineBytes = environmentLineBytes
        self.environmentLines = environmentLines
        self.environmentBytes = environmentBytes
        self.replyBytes = replyBytes
        self.unaskedLines = unaskedLines
    }
}

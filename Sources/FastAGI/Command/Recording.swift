/// What `RECORD FILE` shall record.
public struct Recording: Sendable, Hashable {
    /// Where to, a path on Asterisk's machine without extension.
    public var file: String

    /// The file format, which is also the extension: `wav`, `sln16`.
    public var format: String

    /// The keys that end the recording.
    public var escape: EscapeDigits

    /// How long it may become.
    public var limit: WaitLimit

    /// How many samples of a file that exists are kept; it is written anew from there. Nil and 0 begin a new file.
    public var offset: Int?

    /// Whether a beep is played first.
    public var beep: Bool

    /// How much silence ends the recording; Asterisk takes whole seconds, so a part of one counts as a whole one.
    public var silence: Duration?

    /// Describes a recording.
    public init(
        file: String, format: String, escape: EscapeDigits = .none, limit: WaitLimit, offset: Int? = nil,
        beep: Bool = false, silence: Duration? = nil
    ) {
        self.file = file
        self.format = format
        self.escape = escape
        self.limit = limit
        self.offset = offset
        self.beep = beep
        self.silence = silence
    }
}

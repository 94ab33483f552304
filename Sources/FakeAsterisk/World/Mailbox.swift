/// A mailbox of `app_voicemail`.
public struct Mailbox: Sendable, Hashable {
    /// How long its greeting is, instructions included.
    public var greeting: Duration
    /// So much silence ends a message (`maxsilence` of voicemail.conf); nil: only a key or hanging up does.
    public var silence: Duration?
    /// The longest message (`maxsecs`).
    public var longest: Duration

    /// A mailbox; by default it greets for 6 s, ends after 10 s of silence and takes three minutes.
    public init(
        greeting: Duration = .seconds(6), silence: Duration? = .seconds(10), longest: Duration = .seconds(180)
    ) {
        self.greeting = greeting
        self.silence = silence
        self.longest = longest
    }
}

/// One command of the server's and what Asterisk answered.
public struct Exchange: Sendable, Hashable {
    /// The command as it came, without its newline.
    public var command: String
    /// When it came, since the call began.
    public var at: Duration
    /// How long the server took for it since the reply before; nil for the first.
    public var gap: Duration?
    /// The lines of the reply; empty while it runs, and for a prompt that the next command cut off.
    public var reply: [String] = []
    /// How long the reply took.
    public var took: Duration = .zero
}

/// A place within a dialplan extension.
public enum DialplanPriority: Sendable, Hashable {
    /// The priority's number, from 1.
    case number(Int)
    /// The priority's label. Asterisk reads one that begins with a digit as a number, so such a label is refused.
    case label(String)
}

/// What became of a key that the caller pressed.
public enum KeyFate: String, Sendable, Hashable, Codable, CaseIterable {
    /// A command took it and gave it to the server, at once or at its end.
    case taken
    /// No command ran, so Asterisk threw it away. The server was too slow.
    case lost
    /// A prompt played that did not list it among its escape digits; it played on.
    case dropped
    /// A command ran that takes no keys.
    case unheard
    /// The other party of a talk heard it.
    case passedOn
}

/// The state of the caller's line, by the number CHANNEL STATUS gives.
public enum LineState: Int, Sendable, Hashable, Codable {
    /// On hook.
    case down = 0
    /// A call comes in and is not answered yet.
    case ring = 4
    /// Answered.
    case up = 6

    /// The word of `CHANNEL(state)`.
    var word: String {
        switch self {
        case .down: "Down"
        case .ring: "Ring"
        case .up: "Up"
        }
    }
}

/// Why a sound is not attached, in one line.
public struct MissingSound: Error, Equatable, Sendable {
    /// The line.
    public let words: String

    /// A line.
    public init(words: String) {
        self.words = words
    }
}

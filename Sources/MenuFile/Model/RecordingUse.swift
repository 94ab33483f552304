/// One `play` of a menu file.
public struct RecordingUse: Sendable, Hashable {
    /// The recording's path as written: beside the menu file, without ending.
    public let path: String
    /// The first character of the path.
    public let position: Position
    /// Whether a `text` is spoken when the file is missing.
    public let hasText: Bool
}

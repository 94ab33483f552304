/// A line that is longer than its limit, whole or not yet.
public struct LineTooLong: Error, Equatable, Sendable {
    /// The limit in bytes.
    public let limit: Int
}

public import Foundation

/// Where a mail stands in the outbox: the same at every attempt.
public struct OutboxMark: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// When it was put in.
    public let created: Date

    /// A place in the outbox.
    public init(id: Int64, created: Date) {
        self.id = id
        self.created = created
    }
}

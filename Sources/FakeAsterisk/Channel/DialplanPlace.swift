/// Where the dialplan goes on after AGI.
public struct DialplanPlace: Sendable, Hashable, Codable {
    /// The context.
    public var context: String
    /// The extension.
    public var `extension`: String
    /// The priority, a number or a label.
    public var priority: String

    /// A place.
    public init(context: String, extension: String, priority: String) {
        self.context = context
        self.extension = `extension`
        self.priority = priority
    }
}

extension DialplanPlace {
    /// `Goto([[context,]extension,]priority)`: takes effect when AGI has ended.
    mutating func jump(_ parts: [String]) {
        if parts.count > 2 { context = parts[parts.count - 3] }
        if parts.count > 1 { self.extension = parts[parts.count - 2] }
        if let last = parts.last { priority = last }
    }
}

/// A dialplan application that the fake does not know by itself, or shall answer for otherwise than it would.
public struct Application: Sendable, Hashable {
    /// How long it takes; nil: until the caller hangs up.
    public var takes: Duration?
    /// Its own result. 1 makes Asterisk send an unasked 520 block behind the reply, 2 counts as a failure.
    public var result: Int
    /// Channel variables it sets.
    public var sets: [String: String]

    /// An application; by default it does nothing, at once, with result 0.
    public init(takes: Duration? = .zero, result: Int = 0, sets: [String: String] = [:]) {
        self.takes = takes
        self.result = result
        self.sets = sets
    }
}

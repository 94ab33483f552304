/// A dialplan subroutine that GOSUB can run.
public struct Subroutine: Sendable, Hashable {
    /// How long it takes.
    public var takes: Duration
    /// Channel variables it sets.
    public var sets: [String: String]
    /// What its `Return(…)` gives, in GOSUB_RETVAL.
    public var returns: String
    /// Whether it ends without `Return`: `Gosub complete (abnormal exit)`.
    public var endsAbnormally: Bool

    /// A subroutine; by default it returns nothing at once.
    public init(
        takes: Duration = .zero, sets: [String: String] = [:], returns: String = "", endsAbnormally: Bool = false
    ) {
        self.takes = takes
        self.sets = sets
        self.returns = returns
        self.endsAbnormally = endsAbnormally
    }
}

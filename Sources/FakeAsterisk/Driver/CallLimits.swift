/// How much a server may do in one call before the call is given up (`CallEnding.overrun`). Real Asterisk knows no such
/// limits; who calls a server that may be anybody's wants them.
public struct CallLimits: Sendable, Hashable {
    /// The most bytes of commands; nil: any number.
    public var bytes: Int?
    /// The longest call, by the pace's clock; nil: of any length.
    public var length: Duration?

    /// No limits, unless they are given.
    public init(bytes: Int? = nil, length: Duration? = nil) {
        self.bytes = bytes
        self.length = length
    }
}

/// How much a JSON text may ask of us.
public struct JSONLimits: Sendable, Hashable {
    /// The largest text in bytes. Menus of 300 steps have about 60 KB.
    public let bytes: Int
    /// How deep lists and objects may nest. The parser and the decoder recurse, so this guards the stack.
    public let depth: Int

    /// Limits.
    public init(bytes: Int, depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    /// 4 MiB and 128 levels.
    public static let standard = JSONLimits(bytes: 4 << 20, depth: 128)
}

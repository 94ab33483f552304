/// Puts lines together to whole replies: most are one line, a 520 block and a value with newlines in it are several.
struct ReplyAssembler {
    private enum State {
        case whole
        /// Within a 520 block.
        case block
        /// Within a value that runs over several lines.
        case value
    }

    private var state = State.whole
    private var bytes: [UInt8] = []

    private static let blockStart: StaticString = "520-"
    private static let blockEnd: StaticString = "520 "
    private static let valueStart: StaticString = "200 result=1 ("

    /// Whether lines were taken that are no whole reply yet.
    var isWithin: Bool { state != .whole }

    /// Takes a line; the reply when it is whole with it.
    ///
    /// - Parameters:
    ///   - answersValue: whether the command in flight is answered with `(value)` at the line's end, so that a line without
    ///     the bracket is only the value's beginning.
    ///   - limit: the most bytes of one reply.
    /// - Throws: `ReplyError.garbage`, `.tooLong`.
    mutating func take(_ line: ArraySlice<UInt8>, answersValue: Bool, limit: Int) throws(ReplyError) -> Reply? {
        switch state {
        case .whole:
            if line.hasPrefix(Self.blockStart) {
                begin(.block, with: line)
            } else if answersValue, line.last != Byte.closing, line.hasPrefix(Self.valueStart) {
                begin(.value, with: line)
            } else {
                return try Reply(parsing: line)
            }
            return nil
        case .block, .value:
            guard bytes.count + line.count < limit else { throw .tooLong(limit: limit) }
            bytes.append(Byte.lineFeed)
            bytes.append(contentsOf: line)
            let isEnd = state == .block ? line.hasPrefix(Self.blockEnd) : line.last == Byte.closing
            return isEnd ? try finish() : nil
        }
    }

    private mutating func begin(_ state: State, with line: ArraySlice<UInt8>) {
        self.state = state
        bytes = Array(line)
    }

    private mutating func finish() throws(ReplyError) -> Reply {
        defer {
            state = .whole
            bytes = []
        }
        return try Reply(parsing: bytes[...])
    }
}

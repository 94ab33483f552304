/// Keeps step with Asterisk: says which line answers the command in flight, and which belongs to none.
///
/// A pure value without any input or output, so every odd order of lines can be tried on it.
///
/// What it knows: `HANGUP` may stand between any two lines. `100` is no reply. An application that EXEC ran and that gave
/// back 1 leaves a 520 block behind the reply, which answers nothing and may come late. What came before a command was
/// sent cannot answer it.
struct ReplyReader: ~Copyable {
    /// What the next lines mean.
    enum Event {
        /// The caller has hung up, or the AGI ends.
        case hangup
        /// The reply to the command in flight.
        case reply(Reply)
        /// No whole line is left.
        case needsBytes
    }

    private var decoder: LineDecoder
    private let limits: Limits
    private var assembler = ReplyAssembler()
    /// The command whose reply is awaited.
    private var awaited: Awaited?
    /// Whether the next line began before the command in flight was sent.
    private var lineIsUnasked = false
    /// Whether the block being read answers nothing.
    private var blockIsUnasked = false
    /// Whether EXEC answered 1, so that a 520 block is still to come.
    private var owesBlock = false
    private var unaskedLines = 0

    private struct Awaited {
        let answersValue: Bool
        let runsApplication: Bool
    }

    private static let hangup: StaticString = "HANGUP"
    private static let blockCode: StaticString = "520"
    private static let tryingCode: StaticString = "100 "

    /// Goes on with what was read of the connection already.
    init(decoder: LineDecoder, limits: Limits) {
        self.decoder = decoder
        self.limits = limits
    }

    /// Takes the next bytes of the connection.
    mutating func feed(_ chunk: [UInt8]) { decoder.feed(chunk) }

    /// Says that a command goes out now. Call `next` until it needs bytes before that.
    mutating func begin(_ command: Command) {
        awaited = Awaited(answersValue: command.answersValue, runsApplication: command.runsApplication)
        lineIsUnasked = decoder.pendingBytes > 0
        unaskedLines = 0
    }

    /// The meaning of the next lines that were fed.
    ///
    /// - Throws: each `ReplyError`; nothing can be read after that.
    mutating func next() throws(ReplyError) -> Event {
        while let line = try nextLine() {
            let cannotAnswer = lineIsUnasked
            lineIsUnasked = false
            if assembler.isWithin {
                guard let reply = try assemble(line), !blockIsUnasked else { continue }
                return answer(reply)
            }
            if line.count == Self.hangup.utf8CodeUnitCount, line.hasPrefix(Self.hangup) {
                try countUnasked()
                return .hangup
            }
            if cannotAnswer || awaited == nil || (owesBlock && line.hasPrefix(Self.blockCode)) {
                try takeUnasked(line)
            } else {
                blockIsUnasked = false
                guard let reply = try assemble(line) else { continue }
                if reply.code != .trying { return answer(reply) }
                try countUnasked()
            }
        }
        return .needsBytes
    }

    private mutating func nextLine() throws(ReplyError) -> ArraySlice<UInt8>? {
        do { return try decoder.next(limit: limits.replyBytes) } catch { throw .tooLong(limit: error.limit) }
    }

    private mutating func assemble(_ line: ArraySlice<UInt8>) throws(ReplyError) -> Reply? {
        let answersValue = awaited?.answersValue ?? false
        return try assembler.take(line, answersValue: answersValue, limit: limits.replyBytes)
    }

    private mutating func answer(_ reply: Reply) -> Event {
        owesBlock = awaited?.runsApplication == true && reply.code == .success && reply.result == 1
        awaited = nil
        return .reply(reply)
    }

    /// Drops a 520 block or line, and a late 100. Anything else means that we are out of step.
    private mutating func takeUnasked(_ line: ArraySlice<UInt8>) throws(ReplyError) {
        try countUnasked()
        if line.hasPrefix(Self.blockCode) {
            owesBlock = false
            blockIsUnasked = true
            _ = try assemble(line)
        } else if !line.hasPrefix(Self.tryingCode) {
            throw .unasked(excerpt: String(excerptOf: line))
        }
    }

    private mutating func countUnasked() throws(ReplyError) {
        unaskedLines += 1
        guard unaskedLines <= limits.unaskedLines else { throw .tooManyUnaskedLines(limit: limits.unaskedLines) }
    }
}

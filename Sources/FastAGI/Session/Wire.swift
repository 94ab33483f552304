/// What one command needs to be sent and answered; in the session, or in the hands of the one call that took it out.
///
/// It cannot be copied, so that only one command at a time can have it, and handing it over costs nothing.
struct Wire: ~Copyable {
    var reader: ReplyReader
    /// Longest command line, in bytes without the newline.
    let lineLimit: Int
    private var outgoing: [UInt8] = []

    /// The most room kept from one command to the next; a call that waits for hours shall not hold a long line.
    private static let keptBytes = 512

    init(reader: consuming ReplyReader, lineLimit: Int) {
        self.reader = reader
        self.lineLimit = lineLimit
    }

    /// The command's line, in the room of the line before.
    mutating func line(for command: Command) throws(SessionError) -> [UInt8] {
        var buffer: [UInt8] = []
        swap(&buffer, &outgoing)
        do { return try command.line(limit: lineLimit, reusing: consume buffer) } catch { throw .command(error) }
    }

    /// Keeps the room of a line that was sent.
    mutating func reuse(_ line: consuming [UInt8]) {
        if line.capacity <= Self.keptBytes { outgoing = consume line }
    }
}

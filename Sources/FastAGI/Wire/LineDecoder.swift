/// Cuts the bytes of one connection into lines, for the connection's whole life.
///
/// Feed it chunks as they come and ask for lines until there are none. A line ends at LF; one CR before it is dropped.
/// A chunk that comes while nothing is left over is taken as the buffer itself, so the usual reply (one chunk, one line)
/// is neither copied nor allocated; the buffer is let go as soon as it is used up, so a waiting call holds none.
/// Work is linear in the bytes fed, however small the pieces.
public struct LineDecoder: Sendable {
    private var buffer: [UInt8] = []
    /// Where the next line begins.
    private var start = 0
    /// Up to where `buffer` is known to hold no newline after `start`.
    private var scanned = 0

    /// Makes a decoder that holds nothing.
    public init() {}

    /// How many bytes were fed and are not yet part of a line handed out.
    public var pendingBytes: Int { buffer.count - start }

    /// Takes the next bytes of the connection; an empty chunk changes nothing.
    public mutating func feed(_ chunk: [UInt8]) {
        if start == buffer.count {
            buffer = chunk
            start = 0
            scanned = 0
            return
        }
        if start > 0 {
            buffer.removeSubrange(..<start)
            scanned -= start
            start = 0
        }
        buffer.append(contentsOf: chunk)
    }

    /// The next whole line without its end, or nil when more bytes are needed.
    ///
    /// - Parameter limit: longest line allowed, in bytes without LF and the CR before it.
    /// - Throws: `LineTooLong` when a line, whole or not yet, is longer. The decoder is of no use after that.
    public mutating func next(limit: Int) throws(LineTooLong) -> ArraySlice<UInt8>? {
        guard let newline = newlineIndex() else {
            scanned = buffer.count
            // One byte more, for it may be the CR of a line end.
            guard pendingBytes <= limit + 1 else { throw LineTooLong(limit: limit) }
            return nil
        }
        let end = newline > start && buffer[newline - 1] == Byte.carriageReturn ? newline - 1 : newline
        guard end - start <= limit else { throw LineTooLong(limit: limit) }
        let line = buffer[start..<end]
        start = newline + 1
        scanned = start
        if start == buffer.count {
            buffer = []
            start = 0
            scanned = 0
        }
        return line
    }

    private func newlineIndex() -> Int? {
        let bytes = buffer.span
        var index = scanned
        while index < bytes.count {
            if bytes[index] == Byte.lineFeed { return index }
            index += 1
        }
        return nil
    }
}

/// Writes one command line; the only place where arguments are quoted.
///
/// Asterisk's parser (`parse_args` in res_agi.c) separates at space and tab, lets `"` switch quoting on and off, and takes
/// the byte behind `\` as it is; it knows no `\n` or `\t`. So everything goes between quotes, with `\` before `"` and `\`.
struct LineWriter {
    private(set) var bytes: [UInt8]

    /// Begins a line, in a buffer that may have room already.
    init(reusing buffer: consuming [UInt8]) {
        bytes = consume buffer
        bytes.removeAll(keepingCapacity: true)
    }

    /// The fixed words of a command.
    mutating func plain(_ text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A word that needs no quotes.
    mutating func plain(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// A text of any kind.
    ///
    /// - Throws: `CommandError.forbiddenByte` for CR, LF and NUL.
    mutating func text(_ text: String) throws(CommandError) {
        separate()
        bytes.append(Byte.quote)
        if !appendUnescaped(text) {
            for byte in text.utf8 { try appendEscaped(byte) }
        }
        bytes.append(Byte.quote)
    }

    /// Appends a text in one piece if no byte of it needs a thought; the usual case.
    private mutating func appendUnescaped(_ text: String) -> Bool {
        let isDone = text.utf8.withContiguousStorageIfAvailable { utf8 in
            guard utf8.allSatisfy({ $0 > Byte.carriageReturn && $0 != Byte.quote && $0 != Byte.backslash }) else {
                return false
            }
            bytes.append(contentsOf: utf8)
            return true
        }
        return isDone ?? false
    }

    private mutating func appendEscaped(_ byte: UInt8) throws(CommandError) {
        switch byte {
        case Byte.nul, Byte.lineFeed, Byte.carriageReturn: throw .forbiddenByte(byte)
        case Byte.quote, Byte.backslash: bytes.append(Byte.backslash)
        default: break
        }
        bytes.append(byte)
    }

    /// A text that may be left out at the end of a line.
    mutating func text(_ text: String?) throws(CommandError) {
        if let text { try self.text(text) }
    }

    /// Keys, quoted, for `*` and `#` are safe and none at all is `""`.
    mutating func keys(_ keys: EscapeDigits) {
        separate()
        bytes.append(Byte.quote)
        keys.write(to: &bytes)
        bytes.append(Byte.quote)
    }

    /// One key or `""`.
    mutating func key(_ key: DTMFKey?) {
        separate()
        bytes.append(Byte.quote)
        if let key { bytes.append(key.rawValue) }
        bytes.append(Byte.quote)
    }

    /// A number within `range`.
    mutating func number(
        _ value: Int, _ argument: @autoclosure () -> String, in range: ClosedRange<Int>
    ) throws(CommandError) {
        guard range.contains(value) else {
            throw .outOfRange(argument: argument(), allowed: "\(range.lowerBound) to \(range.upperBound)")
        }
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Ends the line with its newline.
    ///
    /// - Throws: `CommandError.lineTooLong`, `.beginsWithFailure`.
    mutating func finish(limit: Int) throws(CommandError) {
        guard bytes.count <= limit else { throw .lineTooLong(bytes: bytes.count, limit: limit) }
        guard !beginsWithFailure else { throw .beginsWithFailure }
        bytes.append(Byte.lineFeed)
    }

    /// Compares the way Asterisk does: seven bytes, upper and lower case alike.
    private var beginsWithFailure: Bool {
        let failure: StaticString = "failure"
        guard bytes.count >= failure.utf8CodeUnitCount else { return false }
        for index in 0..<failure.utf8CodeUnitCount where bytes[index] | 0x20 != failure.utf8Start[index] {
            return false
        }
        return true
    }

    private mutating func separate() {
        if !bytes.isEmpty { bytes.append(Byte.space) }
    }
}

/// What goes between the server and the process that speaks: a kind, a length, and so many bytes.
///
/// Both sides are the same binary, so there are no versions; numbers are little-endian.
struct WorkerFrame: Equatable, Sendable {
    /// Bytes in front of a frame's body: its kind, and its length in four bytes.
    static let headerBytes = 5
    /// The longest body of a request: more than any prompt's text.
    static let requestBytes = 64 << 10
    /// The longest body that holds words: an identity, an error.
    static let wordBytes = 4 << 10
    /// The longest body that holds samples, as bytes: 25 minutes at 22,050 samples a second.
    static let sampleBytes = 64 << 20

    /// What a frame holds.
    enum Kind: UInt8, Sendable {
        /// From the server: speak this.
        case request = 0x53
        /// To the server, once, before everything else: the engine is ready.
        case ready = 0x52
        /// To the server: 16-bit samples.
        case samples = 0x50
        /// To the server: why there are none.
        case error = 0x45

        /// The longest body of its kind.
        var longest: Int {
            switch self {
            case .request: WorkerFrame.requestBytes
            case .samples: WorkerFrame.sampleBytes
            case .ready, .error: WorkerFrame.wordBytes
            }
        }
    }

    /// What it holds.
    let kind: Kind
    /// Its bytes.
    let body: [UInt8]

    /// Header and body, as they are sent.
    var bytes: [UInt8] {
        var writer = WireWriter()
        writer.bytes.reserveCapacity(Self.headerBytes + body.count)
        writer.add(kind.rawValue)
        writer.add(UInt32(body.count))
        return writer.bytes + body
    }

    /// What a header announces; nil when no side ever sends such a one.
    static func announced(by header: [UInt8]) -> (kind: Kind, length: Int)? {
        var reader = WireReader(header)
        guard let kind = reader.number(UInt8.self).flatMap(Kind.init), let length = reader.number(UInt32.self),
            length <= kind.longest
        else { return nil }
        return (kind, Int(length))
    }
}

/// Puts numbers and words into bytes.
struct WireWriter {
    var bytes: [UInt8] = []

    mutating func add(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Words with their length in front; what is longer than a voice's name or a reason ever is, is cut off.
    mutating func add(counted words: String) {
        let words = String(decoding: words.utf8.prefix(Self.longestWords), as: UTF8.self)
        add(UInt16(clamping: words.utf8.count))
        bytes.append(contentsOf: words.utf8)
    }

    private static let longestWords = 1_000
}

/// Takes numbers and words out of bytes; nil when there are too few, or no UTF-8.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
        let count = Number.bitWidth / 8
        guard rest.count >= count else { return nil }
        let number = rest.prefix(count).reversed().reduce(Number.zero) { sum, byte in
            sum << 8 | Number(truncatingIfNeeded: byte)
        }
        rest = rest.dropFirst(count)
        return number
    }

    mutating func counted() -> String? {
        guard let count = number(UInt16.self), rest.count >= count else { return nil }
        let words = String(validating: rest.prefix(Int(count)), as: UTF8.self)
        rest = rest.dropFirst(Int(count))
        return words
    }

    /// All that is left.
    mutating func remaining() -> String? {
        defer { rest = [] }
        return String(validating: rest, as: UTF8.self)
    }
}

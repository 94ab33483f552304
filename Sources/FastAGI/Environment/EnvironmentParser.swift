/// Reads an environment block line by line.
struct EnvironmentParser {
    private let limits: Limits
    private var bytes: [UInt8] = []
    private var fields: [Environment.Field] = []
    private var extras: [Environment.Extra] = []
    private var lineCount = 0
    private var byteCount = 0

    private static let prefix: StaticString = "agi_"
    /// Room for the usual block: 23 lines and the values in them.
    private static let usualFields = 24
    private static let usualBytes = 512

    init(limits: Limits) {
        self.limits = limits
    }

    /// Whether nothing was read yet.
    var isEmpty: Bool { lineCount == 0 }

    /// Takes the next line; the environment when it is the blank one at the end.
    mutating func take(_ line: ArraySlice<UInt8>) throws(EnvironmentError) -> Environment? {
        if line.isEmpty, !isEmpty { return Environment(bytes: bytes, fields: fields, extras: extras) }
        lineCount += 1
        byteCount += line.count + 1
        guard lineCount > 1 || line.hasPrefix(Self.prefix) else { throw .notAGI(excerpt: String(excerptOf: line)) }
        guard lineCount <= limits.environmentLines else { throw .tooManyLines(limit: limits.environmentLines) }
        guard byteCount <= limits.environmentBytes else { throw .tooManyBytes(limit: limits.environmentBytes) }
        keep(line)
        return nil
    }

    /// The next whole line, nil when more bytes are needed.
    func line(of decoder: inout LineDecoder) throws(EnvironmentError) -> ArraySlice<UInt8>? {
        do { return try decoder.next(limit: limits.environmentLineBytes) } catch {
            throw .lineTooLong(line: lineCount + 1, limit: error.limit)
        }
    }

    /// The error for a peer that closes before the end.
    var cutOff: EnvironmentError { .cutOff(lines: lineCount) }

    private mutating func keep(_ line: ArraySlice<UInt8>) {
        let (nameEnd, valueStart) = Self.split(line.span)
        let key = Self.key(line.span.extracting(first: nameEnd), guess: fields.count)
        let value = line[(line.startIndex + valueStart)...]
        if key == .unknown {
            guard extras.count < Environment.mostExtras else { return }
            extras.append(Environment.Extra(name: String(lenient: line.prefix(nameEnd)), value: String(lenient: value)))
        } else if !fields.contains(where: { $0.key == key }) {
            if fields.isEmpty {
                fields.reserveCapacity(Self.usualFields)
                bytes.reserveCapacity(Self.usualBytes)
            }
            fields.append(Environment.Field(key: key, range: bytes.count..<bytes.count + value.count))
            bytes.append(contentsOf: value)
        }
    }

    private static func key(_ name: Span<UInt8>, guess: Int) -> EnvironmentKey {
        guard name.hasPrefix(prefix) else { return .unknown }
        return EnvironmentKey(name: name.extracting(droppingFirst: prefix.utf8CodeUnitCount), guess: guess)
    }

    /// Where the name ends and the value begins, around the first `: `. A line that ends with its colon has an empty value;
    /// one without a colon is all name.
    private static func split(_ line: Span<UInt8>) -> (nameEnd: Int, valueStart: Int) {
        for index in 0..<line.count where line[index] == Byte.colon {
            if index + 1 == line.count { return (index, line.count) }
            if line[index + 1] == Byte.space { return (index, index + 2) }
        }
        return (line.count, line.count)
    }
}

extension Environment {
    /// Reads a whole block, up to the blank line at its end; what follows is ignored. For a connection use `Session.begin`.
    ///
    /// - Throws: each `EnvironmentError`; `.cutOff` when the blank line is missing.
    public init(parsing block: [UInt8], limits: Limits = Limits()) throws(EnvironmentError) {
        var decoder = LineDecoder()
        decoder.feed(block)
        var parser = EnvironmentParser(limits: limits)
        while let line = try parser.line(of: &decoder) {
            guard let environment = try parser.take(line) else { continue }
            self = environment
            return
        }
        throw parser.cutOff
    }
}

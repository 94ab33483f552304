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
        guard line.count <= limits.environmentLineBytes else {
            throw .lineTooLong(line: lineCount, limit: limits.environmentLineBytes)
        }
        guard lineCount <= limits.environmentLines else { throw .tooManyLines(limit: limits.environmentLines) }
        guard byteCount <= limits.environmentBytes else { throw .tooManyBytes(limit: limits.environmentBytes) }
        keep(line)
        return nil
    }

    /// The error for a line that never ends.
    var lineTooLong: EnvironmentError { .lineTooLong(line: lineCount + 1, limit: limits.environmentLineBytes) }

    /// The error for a peer that closes before the end.
    var cutOff: EnvironmentError { .cutOff(lines: lineCount) }

    private mutating func keep(_ line: ArraySlice<UInt8>) {
        let (name, value) = Self.split(line)
        let key = Self.key(name, guess: fields.count)
        if key == .unknown {
            guard extras.count < Environment.mostExtras else { return }
            extras.append(Environment.Extra(name: String(lenient: name), value: String(lenient: value)))
        } else if !fields.contains(where: { $0.key == key }) {
            if fields.isEmpty {
                fields.reserveCapacity(Self.usualFields)
                bytes.reserveCapacity(Self.usualBytes)
            }
            fields.append(Environment.Field(key: key, range: bytes.count..<bytes.count + value.count))
            bytes.append(contentsOf: value)
        }
    }

    private static func key(_ name: ArraySlice<UInt8>, guess: Int) -> EnvironmentKey {
        guard name.hasPrefix(prefix) else { return .unknown }
        return EnvironmentKey(name: name.dropFirst(prefix.utf8CodeUnitCount), guess: guess)
    }

    /// Name and value around the first `: `. A line that ends with its colon has an empty value; one without a colon is
    /// all name.
    private static func split(_ line: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
        let bytes = line.span
        for offset in 0..<bytes.count where bytes[offset] == Byte.colon {
            let colon = line.startIndex + offset
            if offset + 1 == bytes.count { return (line[..<colon], line[(colon + 1)...]) }
            if bytes[offset + 1] == Byte.space { return (line[..<colon], line[(colon + 2)...]) }
        }
        return (line, line[line.endIndex...])
    }
}

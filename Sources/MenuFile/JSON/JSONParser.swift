/// The parser's state: one pass over the bytes, places counted on the way.
struct JSONParser {
    let bytes: [UInt8]
    let limits: JSONLimits
    var index = 0
    private var depth = 0
    private var duplicates: [JSONDocument.DuplicateKey] = []
    /// The last place that was asked for; the next one is counted from here, so counting is linear in all.
    private var mark = (offset: 0, line: 1, column: 1)

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func parse() throws(JSONSyntaxError) -> JSONDocument {
        try checkStart()
        let root = try value(needed: .value)
        skipSpace()
        if index < bytes.count { throw unexpected(.nothing) }
        return JSONDocument(root: root, duplicates: duplicates)
    }

    /// The byte at `index`; nil at the end.
    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func checkStart() throws(JSONSyntaxError) {
        if bytes.count > limits.bytes { throw error(.tooLarge(limit: limits.bytes), at: 0) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
            mark.offset = 3
        }
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isWide || (bytes.count > 1 && (bytes[0] == 0 || bytes[1] == 0)) { throw error(.otherEncoding, at: 0) }
    }

    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    mutating func value(needed: JSONSyntaxError.Needed) throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        let place = position(at: index)
        return JSONValue(position: place, content: try content(needed: needed, opened: place))
    }

    private mutating func content(
        needed: JSONSyntaxError.Needed, opened: Position
    ) throws(JSONSyntaxError) -> JSONValue.Content {
        switch current {
        case UInt8(ascii: "{"): return .object(try nested { parser throws(JSONSyntaxError) in try parser.members() })
        case UInt8(ascii: "["): return .array(try nested { parser throws(JSONSyntaxError) in try parser.elements() })
        case UInt8(ascii: "\""): return .string(try string(opened: opened))
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw unexpected(needed)
        }
    }

    private mutating func nested<Result>(
        _ body: (inout JSONParser) throws(JSONSyntaxError) -> Result
    ) throws(JSONSyntaxError) -> Result {
        if depth == limits.depth { throw error(.tooDeep(limit: limits.depth), at: index) }
        depth += 1
        defer { depth -= 1 }
        index += 1
        return try body(&self)
    }

    private mutating func elements() throws(JSONSyntaxError) -> [JSONValue] {
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") { return elements }
        while true {
            elements.append(try value(needed: elements.isEmpty ? .valueOrEnd : .value))
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw unexpected(.commaOrBracket) }
            skipSpace()
            if current == UInt8(ascii: "]") { throw error(.trailingComma(before: "]"), at: index) }
        }
    }

    private mutating func members() throws(JSONSyntaxError) -> [JSONMember] {
        var members: [JSONMember] = []
        var seen: [String: Position] = [:]
        skipSpace()
        if take("}") { return members }
        while true {
            let member = try member(isFirst: members.isEmpty)
            if let first = seen[member.key] {
                duplicates.append(.init(key: member.key, position: member.keyPosition, first: first))
            } else {
                seen[member.key] = member.keyPosition
            }
            members.append(member)
            skipSpace()
            if take("}") { return members }
            guard take(",") else { throw unexpected(.commaOrBrace) }
            skipSpace()
            if current == UInt8(ascii: "}") { throw error(.trailingComma(before: "}"), at: index) }
        }
    }

    private mutating func member(isFirst: Bool) throws(JSONSyntaxError) -> JSONMember {
        guard current == UInt8(ascii: "\"") else { throw unexpected(isFirst ? .keyOrEnd : .key) }
        let place = position(at: index)
        let key = try string(opened: place)
        skipSpace()
        guard take(":") else { throw unexpected(.colon) }
        return JSONMember(key: key, keyPosition: place, value: try value(needed: .value))
    }

    /// Steps over an ASCII character if it stands here.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }
}

extension JSONParser {
    /// The place of a byte offset; quick when offsets are asked for in rising order.
    mutating func position(at offset: Int) -> Position {
        if offset < mark.offset { mark = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, 1, 1) }
        for byte in bytes[mark.offset..<max(offset, mark.offset)] {
            if byte == 0x0A {
                mark.line += 1
                mark.column = 1
            } else if byte & 0xC0 != 0x80 {
                mark.column += 1
            }
        }
        mark.offset = max(offset, mark.offset)
        return Position(line: mark.line, column: mark.column)
    }

    mutating func error(_ problem: JSONSyntaxError.Problem, at offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(position: position(at: offset), problem: problem)
    }

    /// The error for whatever stands at `index`.
    mutating func unexpected(_ needed: JSONSyntaxError.Needed) -> JSONSyntaxError {
        guard let byte = current else { return error(.endOfFile(needed), at: index) }
        if byte == UInt8(ascii: "/") { return error(.comment, at: index) }
        guard byte >= 0x80 else { return error(.unexpected(Unicode.Scalar(byte), needed: needed), at: index) }
        let length = sequenceLength(at: index)
        guard length > 0,
            let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
        else { return error(.notUTF8, at: index) }
        return error(.unexpected(scalar, needed: needed), at: index)
    }
}

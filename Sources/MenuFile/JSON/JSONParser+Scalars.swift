extension JSONParser {
    /// Reads a number as it is written; the grammar is checked, the value is not made.
    mutating func number() throws(JSONSyntaxError) -> String {
        let start = index
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = index
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        if index == start { throw unexpected(.digit) }
    }

    /// Reads `true`, `false` or `null`; the first letter that differs is the error.
    mutating func literal(
        _ word: String, _ content: JSONValue.Content
    ) throws(JSONSyntaxError) -> JSONValue.Content {
        for byte in word.utf8 {
            guard current == byte else { throw unexpected(.literal(word)) }
            index += 1
        }
        return content
    }

    /// Reads a string whose opening quote stands at `index`.
    mutating func string(opened: Position) throws(JSONSyntaxError) -> String {
        index += 1
        var start = index
        var text = ""
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                index += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                text.unicodeScalars.append(try escape(opened: opened))
                start = index
            case 0x00..<0x20: throw error(.controlCharacter(byte), at: index)
            case 0x20..<0x80: index += 1
            default:
                let length = sequenceLength(at: index)
                if length == 0 { throw error(.notUTF8, at: index) }
                index += length
            }
        }
        throw JSONSyntaxError(position: opened, problem: .unterminatedString)
    }

    /// Reads an escape whose `\` stands at `index`.
    private mutating func escape(opened: Position) throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = index
        index += 1
        guard let byte = current else { throw JSONSyntaxError(position: opened, problem: .unterminatedString) }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(start: start, opened: opened)
        default: throw error(.badEscape, at: start)
        }
    }

    /// Reads `XXXX` after `\u`, and the second half of a surrogate pair.
    private mutating func unicodeEscape(start: Int, opened: Position) throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try hexadecimal(start: start, opened: opened)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard (0xD800..<0xDC00).contains(unit), current == UInt8(ascii: "\\"), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "u")
        else { throw error(.loneSurrogate, at: start) }
        let second = index
        index += 2
        let low = try hexadecimal(start: second, opened: opened)
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw error(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func hexadecimal(start: Int, opened: Position) throws(JSONSyntaxError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw JSONSyntaxError(position: opened, problem: .unterminatedString) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error(.badEscape, at: start) }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }

    /// The length of the well-formed UTF-8 sequence of several bytes at an offset; 0 when there is none
    /// (Unicode 15, table 3-7).
    func sequenceLength(at offset: Int) -> Int {
        let first = bytes[offset]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard length > 0, offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
        return bytes[(offset + 2)..<(offset + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
    }
}

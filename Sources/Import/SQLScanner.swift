/// Reads the bytes of a mysqldump from the front to the end, once.
struct SQLScanner {
    private let bytes: [UInt8]
    private var index = 0
    private var isAtStart = true

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line that is being read, from 1.
    var line: Int { bytes[..<min(index, bytes.count)].reduce(1) { $0 + ($1 == 10 ? 1 : 0) } }

    /// The first word of the next statement; nil: there is none.
    mutating func statement() -> String? {
        skipSpace()
        guard index < bytes.count else { return nil }
        isAtStart = true
        return name().uppercased()
    }

    /// Goes behind the end of the statement; a semicolon in quotes is none.
    mutating func skipStatement() {
        guard !(index > 0 && bytes[index - 1] == UInt8(ascii: ";") && !isAtStart) else { return }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
                if quoted() == nil { index = bytes.count }
                continue
            }
            if isComment { skipSpace() } else { index += 1 }
            if byte == UInt8(ascii: ";") { return }
        }
    }

    /// The table of a CREATE TABLE.
    mutating func createdTable() -> String? {
        guard word("TABLE") else { return nil }
        if word("IF") { _ = word("NOT") && word("EXISTS") }
        return identifier()
    }

    /// The table of an INSERT INTO.
    mutating func insertedTable() -> String? {
        _ = word("IGNORE")
        return word("INTO") ? identifier() : nil
    }

    /// The names in the brackets of a CREATE TABLE: what stands in back quotes at the beginning of a line of it.
    mutating func columnNames() -> [String] {
        guard take(UInt8(ascii: "(")) else { return [] }
        var names: [String] = []
        var depth = 1
        var begins = true
        while index < bytes.count, depth > 0 {
            let byte = bytes[index]
            if byte == UInt8(ascii: "`"), begins, depth == 1 {
                names.append(identifier() ?? "")
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                if quoted() == nil { return names }
            } else {
                depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
                index += 1
            }
            if byte == UInt8(ascii: ",") { begins = true } else if byte > 32 { begins = false }
        }
        return names
    }

    /// The names of `INSERT INTO t (a, b) VALUES`; nil: there are none.
    mutating func columnList() -> [String]? {
        guard take(UInt8(ascii: "(")) else { return nil }
        var names: [String] = []
        while let name = identifier() {
            names.append(name)
            if !take(UInt8(ascii: ",")) { break }
        }
        return take(UInt8(ascii: ")")) ? names : nil
    }

    /// One row in brackets; nil in it is NULL. Nil: there is no whole row.
    mutating func values() -> [String?]? {
        guard take(UInt8(ascii: "(")) else { return nil }
        var values: [String?] = []
        repeat {
            skipSpace()
            guard index < bytes.count, values.count < 1000 else { return nil }
            if bytes[index] == UInt8(ascii: "'") {
                guard let text = quoted() else { return nil }
                values.append(text)
            } else {
                if bytes[index] == UInt8(ascii: "_") { _ = name(); continue }
                let text = name()
                values.append(text.uppercased() == "NULL" ? nil : text)
            }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: ")")) ? values : nil
    }

    /// Takes that byte if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        isAtStart = false
        return true
    }

    /// Takes that word if it comes next.
    mutating func word(_ wanted: String) -> Bool {
        skipSpace()
        let start = index
        if name().uppercased() == wanted { return true }
        index = start
        return false
    }

    private mutating func identifier() -> String? {
        skipSpace()
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "`") { return quoted() }
        let text = name()
        return text.isEmpty ? nil : text
    }

    /// Letters, figures and what numbers are made of.
    private mutating func name() -> String {
        let start = index
        while index < bytes.count, isPart(bytes[index]) { index += 1 }
        if index == start, index < bytes.count, bytes[index] > 127 { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
            true
        default: false
        }
    }

    /// A text in the quotes that come next, escapes resolved; nil: it has no end.
    private mutating func quoted() -> String? {
        let quote = bytes[index]
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), index < bytes.count {
                text.append(Self.escapes[bytes[index]] ?? bytes[index])
                index += 1
            } else if byte != quote {
                text.append(byte)
            } else if index < bytes.count, bytes[index] == quote {
                text.append(quote)
                index += 1
            } else {
                return String(decoding: text, as: UTF8.self)
            }
        }
        return nil
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "0"): 0, UInt8(ascii: "Z"): 26,
    ]

    private var isComment: Bool {
        guard index + 1 < bytes.count else { return false }
        let pair = (bytes[index], bytes[index + 1])
        return pair == (UInt8(ascii: "-"), UInt8(ascii: "-")) || pair == (UInt8(ascii: "/"), UInt8(ascii: "*"))
    }

    /// Goes behind white space and comments.
    private mutating func skipSpace() {
        while index < bytes.count {
            if bytes[index] <= 32 {
                index += 1
            } else if isComment {
                let isBlock = bytes[index] == UInt8(ascii: "/")
                index += 2
                while index < bytes.count {
                    if !isBlock, bytes[index] == 10 { break }
                    if isBlock, bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "*") {
                        index += 1
                        break
                    }
                    index += 1
                }
            } else {
                return
            }
        }
    }
}

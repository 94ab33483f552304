/// The caller's name and number as Asterisk keeps them, which a server may change for the telephones it rings.
struct CallerIdentity: Sendable, Equatable {
    var name: String?
    var number: String?
    var presentation: Int

    /// `CALLERID(all)`: `"Name" <number>`.
    var all: String {
        switch (name, number) {
        case (let name?, let number?): "\"\(name)\" <\(number)>"
        case (let name?, nil): "\"\(name)\""
        case (nil, let number?): number
        case (nil, nil): ""
        }
    }

    /// Takes `"Name" <number>`, `Name <number>` or a number (`ast_callerid_parse` in callerid.c).
    mutating func parse(_ text: String) {
        if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
            number = String(text[text.index(after: open)..<close])
            name = Self.unquoted(text[..<open])
        } else if text.allSatisfy({ $0.isNumber || "+*#()- ".contains($0) }) {
            number = text
            name = nil
        } else {
            name = Self.unquoted(text[...])
            number = nil
        }
        if number?.isEmpty == true { number = nil }
        if name?.isEmpty == true { name = nil }
    }

    private static func unquoted(_ text: Substring) -> String {
        var trimmed = text
        while trimmed.first == " " { trimmed.removeFirst() }
        while trimmed.last == " " { trimmed.removeLast() }
        guard trimmed.count > 1, trimmed.first == "\"", trimmed.last == "\"" else { return String(trimmed) }
        return String(trimmed.dropFirst().dropLast())
    }
}

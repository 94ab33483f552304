extension Template {
    /// Takes a string with `{variable:format|if missing}` apart. `{{` is a brace, `}}` too, a lone `}` stands for
    /// itself, and braces do not nest (part 10).
    ///
    /// - Throws: `TemplateError`; whether a variable is ever set is not looked at here.
    public init(parsing text: String) throws(TemplateError) {
        var parts: [Part] = []
        var literal = ""
        var rest = Substring(text)
        while let character = rest.first {
            rest.removeFirst()
            if character == "{" || character == "}", rest.first == character {
                rest.removeFirst()
                literal.append(character)
            } else if character == "{" {
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = ""
                parts.append(try Self.variable(at: &rest))
            } else {
                literal.append(character)
            }
        }
        if !literal.isEmpty || parts.isEmpty { parts.append(.literal(literal)) }
        self.init(parts: parts)
    }

    /// Reads what follows an opening brace, up to and with the closing one.
    private static func variable(at rest: inout Substring) throws(TemplateError) -> Part {
        guard let end = rest.firstIndex(where: { $0 == "}" || $0 == "{" }), rest[end] == "}" else {
            throw .unclosedBrace(String(rest.prefix(30)))
        }
        let inside = rest[..<end]
        rest = rest[rest.index(after: end)...]
        let halves = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let fields = halves[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(trimmed(fields[0]))
        guard isVariableName(name) else { throw .badName(String(inside)) }
        let format = fields.count == 2 ? String(trimmed(fields[1])) : nil
        if let format { _ = try ValueFormat(format) }
        return .variable(name: name, format: format, ifMissing: halves.count == 2 ? String(halves[1]) : nil)
    }

    /// Whether a text can name a variable: names `[a-z][a-z0-9-]*` joined by dots; after `arg.` and `env.` any
    /// letters, digits, _ and - (part 10).
    public static func isVariableName(_ text: String) -> Bool {
        for prefix in ["arg.", "env."] where text.hasPrefix(prefix) {
            let rest = text.utf8.dropFirst(prefix.utf8.count)
            return !rest.isEmpty && rest.allSatisfy { isWord($0) || (65...90).contains($0) || $0 == UInt8(ascii: "_") }
        }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            word.utf8.first.map { (97...122).contains($0) } == true && word.utf8.allSatisfy(isWord)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
    }
}

extension ObjectReader {
    /// Reports a value of the wrong kind.
    func wrongType(_ key: String, _ value: JSONValue) {
        let expected = table[key]?.shape.expectation ?? "something else"
        context.report(.wrongType, at: value.position, "\"\(key)\" needs \(expected), not \(value.kindName)")
    }

    /// Refuses a key that this release lacks. Returns whether it did.
    @discardableResult
    func refuse(_ key: String) -> Bool {
        guard let member = member(key) else { return false }
        return context.refuse(table[key]?.feature, at: member.keyPosition, "\"\(key)\"")
    }

    /// `true` or `false`; the table's default when absent.
    func bool(_ key: String) -> Bool {
        guard let value = value(key) else { return defaultBool(key) }
        refuse(key)
        if case .bool(let bool) = value.content { return bool }
        wrongType(key, value)
        return defaultBool(key)
    }

    /// `true` or `false`; nil when absent.
    func optionalBool(_ key: String) -> Bool? { has(key) ? bool(key) : nil }

    /// A number within the table's bounds; nil when absent or wrong.
    func number(_ key: String) -> Double? {
        guard let value = value(key) else { return nil }
        refuse(key)
        guard case .number(let text) = value.content, let number = Double(text) else {
            wrongType(key, value)
            return nil
        }
        guard let bounds = table[key]?.shape.bounds, bounds.range.contains(number),
            !bounds.isWhole || number.rounded() == number
        else {
            context.report(
                .badValue, at: value.position, "\"\(key)\" must be \(boundsText(key)), not \(text.prefix(40))")
            return nil
        }
        return number
    }

    /// A whole number; the table's default, else `fallback`, when absent or wrong.
    func integer(_ key: String, default fallback: Int = 0) -> Int {
        number(key).map { Int($0) } ?? defaultNumber(key).map { Int($0) } ?? fallback
    }

    /// Seconds; the table's default, else `fallback`, when absent or wrong.
    func seconds(_ key: String, default fallback: Duration = .zero) -> Duration {
        (number(key) ?? defaultNumber(key)).map { .seconds($0) } ?? fallback
    }

    /// Seconds; nil when absent.
    func optionalSeconds(_ key: String) -> Duration? { number(key).map { .seconds($0) } }

    /// A string; nil when absent or wrong.
    func string(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        refuse(key)
        if case .string(let string) = value.content { return string }
        wrongType(key, value)
        return nil
    }

    /// A string that is not empty and holds no control characters.
    func plainString(_ key: String) -> String? {
        guard let string = string(key), let value = value(key) else { return nil }
        guard !string.isEmpty, !string.hasControlCharacters else {
            let what = string.isEmpty ? "must not be empty" : "must be a text without control characters"
            context.report(.badValue, at: value.position, "\"\(key)\" \(what)")
            return nil
        }
        return string
    }

    /// One of the table's words; its default when absent or wrong.
    func word(_ key: String) -> String? {
        guard let string = string(key), let value = value(key), case .word(let words, let later)? = table[key]?.shape
        else { return defaultWord(key) }
        if words.contains(string) { return string }
        let quoted = DecodingContext.quoted(string)
        if later.contains(string) {
            context.report(.badValue, at: value.position, "\(quoted) for \"\(key)\" comes with a later release")
        } else {
            let expected = words.map { "\"\($0)\"" }.joined(separator: " or ")
            context.reportUnknown(
                .badValue, at: value.position, word: string, "\"\(key)\" must be \(expected), not \(quoted)",
                among: words)
        }
        return defaultWord(key)
    }

    /// The values of a key that holds one or a list; none when absent.
    func oneOrMany(_ key: String) -> [JSONValue] {
        guard let value = value(key) else { return [] }
        guard case .array(let elements) = value.content else { return [value] }
        if elements.isEmpty { context.report(.badValue, at: value.position, "\"\(key)\" needs at least one value") }
        return elements
    }

    /// The values of a key that holds a list; none when it is absent or something else.
    func list(_ key: String) -> [JSONValue] {
        guard let value = value(key) else { return [] }
        if case .array(let elements) = value.content { return elements }
        wrongType(key, value)
        return []
    }

    private func boundsText(_ key: String) -> String {
        guard let bounds = table[key]?.shape.bounds else { return "a number" }
        let low = Self.plain(bounds.range.lowerBound)
        let high = Self.plain(bounds.range.upperBound)
        if low == high { return low }
        return (bounds.isWhole ? "a whole number " : "") + "from \(low) to \(high)"
    }

    private static func plain(_ number: Double) -> String {
        number.rounded() == number ? String(Int(number)) : String(number)
    }

    private func defaultBool(_ key: String) -> Bool {
        if case .bool(let bool)? = table[key]?.fallback { bool } else { false }
    }

    private func defaultNumber(_ key: String) -> Double? {
        if case .number(let number)? = table[key]?.fallback { number } else { nil }
    }

    private func defaultWord(_ key: String) -> String? {
        if case .word(let word)? = table[key]?.fallback { word } else { nil }
    }
}

extension Shape {
    /// Whether a value is of a kind that this shape may be, whatever is in it.
    func mayBe(_ value: JSONValue) -> Bool {
        switch (self, value.content) {
        case (.any, _), (.step, .array), (.step, .object), (.text, .array), (.text, .object), (.condition, .object),
            (.list, .array), (.oneOrMany, .array), (.object, .object), (.map, .object), (.schedules, .object),
            (.bool, .bool),
            (.integer, .number), (.number, .number), (.seconds, .number):
            true
        case (.word, .string), (.string, .string), (.text, .string), (.step, .string), (.condition, .string),
            (.target, .string):
            true
        case (.scalar, .string), (.scalar, .number), (.scalar, .bool): true
        case (.oneOrMany(let shape), _): shape.mayBe(value)
        case (.either(let shapes), _): shapes.contains { $0.mayBe(value) }
        default: false
        }
    }

    /// The bounds of a number, the first where a key may be one of several things.
    var bounds: (range: ClosedRange<Double>, isWhole: Bool)? {
        switch self {
        case .integer(let range): (Double(range.lowerBound)...Double(range.upperBound), true)
        case .number(let range), .seconds(let range): (range, false)
        case .either(let shapes): shapes.lazy.compactMap(\.bounds).first
        default: nil
        }
    }
}

extension String {
    /// Whether it holds characters that end lines or strings elsewhere: NUL, line ends and their like.
    var hasControlCharacters: Bool {
        unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
    }
}

extension DecodingContext {
    /// `caller`: names of lists, and patterns of numbers.
    func callers(_ reader: ObjectReader) -> Condition {
        var lists: [String] = []
        var patterns: [String] = []
        for value in reader.oneOrMany("caller") {
            guard case .string(let string) = value.content else {
                reader.wrongType("caller", value)
                continue
            }
            if names.callers.contains(string) {
                lists.append(string)
                uses.insert(.callers(string))
            } else if Self.isNumberPattern(string) {
                patterns.append(string)
            } else if !names.callers.isBroken {
                reportUnknown(
                    .unknownList, at: value.position, word: string,
                    "\(Self.quoted(string)) is no list of callers and no pattern of numbers",
                    among: names.callers.names)
            }
        }
        return .caller(lists: lists, patterns: patterns)
    }

    /// Patterns of numbers, such as "+48 22 555*".
    func patterns(_ reader: ObjectReader, _ key: String, _ values: [JSONValue]) -> [String] {
        values.compactMap { value in
            guard case .string(let string) = value.content else {
                reader.wrongType(key, value)
                return nil
            }
            checkNumberPattern(string, at: value.position)
            return string
        }
    }

    /// Checks a pattern of numbers.
    func checkNumberPattern(_ string: String, at position: Position) {
        if Self.isNumberPattern(string) { return }
        report(
            .badValue, at: position,
            "\(Self.quoted(string)) is no pattern of numbers: expected digits such as \"+48 22 555*\"")
    }

    /// Digits with or without +, an x for any digit, a * at the end for any rest; spaces and dashes are ignored.
    static func isNumberPattern(_ string: String) -> Bool {
        var rest = string.filter { !" -().".contains($0) }[...]
        if rest.hasPrefix("+") { rest.removeFirst() }
        if rest.hasSuffix("*") { rest.removeLast() }
        return rest.count <= mostDigits && rest.utf8.allSatisfy { isDigit($0) || $0 == letterX }
            && (!rest.isEmpty || string.contains("*"))
    }

    /// `"{variable}"`: what is asked of it.
    func variableTest(_ member: JSONMember) -> Condition? {
        guard let template = try? Template(parsing: member.key), template.parts.count == 1,
            case .variable(let name, nil, nil) = template.parts[0]
        else {
            report(
                .badKey, at: member.keyPosition, "\(Self.quoted(member.key)) must be one variable, as in \"{visit}\"")
            return nil
        }
        let refused = refuse(.conditions, at: member.keyPosition, "a condition on a variable")
        return inside(refused: refused) {
            read(name, at: member.keyPosition, for: .condition, isGuarded: true)
            return test(of: member.value).map { .variable(name, $0) }
        }
    }

    private func test(of value: JSONValue) -> Condition.VariableTest? {
        switch value.content {
        case .string("present"): return .present
        case .string("missing"): return .missing
        case .string(let string):
            if string.hasPrefix("not ") { return .notValue(String(string.dropFirst(4))) }
            guard let sign = string.first, "<>".contains(sign) else { return .values([string]) }
            return comparison(value, of: "the condition").map { .compares($0) }
        case .number: return comparison(value, of: "the condition").map { .compares($0) }
        case .bool(let bool): return .values([String(bool)])
        case .array(let elements):
            if elements.isEmpty { report(.badValue, at: value.position, "a list of values needs at least one") }
            return .values(elements.compactMap { plainValue($0) })
        default:
            report(.wrongType, at: value.position, "a condition on a variable needs a value, not \(value.kindName)")
            return nil
        }
    }

    /// A string, or a number as it is written.
    func plainValue(_ value: JSONValue) -> String? {
        switch value.content {
        case .string(let string): return string
        case .number(let text): return text
        case .bool(let bool): return String(bool)
        default:
            report(.wrongType, at: value.position, "a value is needed here, not \(value.kindName)")
            return nil
        }
    }

    /// ">= 2", "< 5", or a bare number.
    func comparison(_ value: JSONValue, of key: String) -> Condition.Comparison? {
        switch value.content {
        case .number(let text):
            if let number = Double(text), number.isFinite { return .init(sign: "=", number: number) }
        case .string(let string):
            let sign = ["<=", ">=", "<", ">"].first { string.hasPrefix($0) } ?? ""
            let rest = string.dropFirst(sign.count).drop { $0 == " " }
            if let number = Double(rest), number.isFinite {
                return .init(sign: sign.isEmpty ? "=" : sign, number: number)
            }
        default:
            report(.wrongType, at: value.position, "\(key) needs a comparison such as \">= 2\", not \(value.kindName)")
            return nil
        }
        report(.badValue, at: value.position, "\(key) needs a comparison such as \">= 2\"")
        return nil
    }
}

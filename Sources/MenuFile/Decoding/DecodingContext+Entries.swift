extension DecodingContext {
    func collect(_ value: JSONValue, _ reader: ObjectReader) -> CollectVerb? {
        guard let variable = reader.string("collect") else { return nil }
        let kind = CollectVerb.Kind(rawValue: reader.word("as") ?? "text") ?? .text
        let sensitive = reader.bool("sensitive")
        write(variable, at: value.position, by: .collect, isSensitive: sensitive)
        checkKeys(reader)
        let keys = settings.keys
        return CollectVerb(
            variable: variable, digits: digits(reader) ?? Self.digits(of: kind), kind: kind, check: check(reader),
            confirm: reader.optionalBool("confirm") ?? (kind == .phone), sensitive: sensitive,
            optional: reader.bool("optional"), askAlways: reader.word("ask") == "always",
            again: reader.value("again").map { text($0, for: .speech) }, end: key(reader, "end", default: "#"),
            clear: key(reader, "clear", default: "*"), wait: reader.seconds("wait"),
            between: reader.seconds("between"), total: reader.seconds("total"),
            wrong: retry(reader, "wrong", times: keys.wrong), silent: retry(reader, "silent", times: keys.silent))
    }

    /// The counts that part 10 gives where `digits` is not written.
    private static func digits(of kind: CollectVerb.Kind) -> ClosedRange<Int> {
        switch kind {
        case .text, .number: 1...20
        case .phone: 3...15
        case .date: 8...8
        case .time: 4...4
        }
    }

    /// 8 or "6-8".
    private func digits(_ reader: ObjectReader) -> ClosedRange<Int>? {
        guard let value = reader.value("digits") else { return nil }
        guard case .string(let string) = value.content else {
            return reader.number("digits").map { Int($0)...Int($0) }
        }
        let ends = string.split(separator: "-", omittingEmptySubsequences: false).map {
            decimal(trimmed($0), digits: 1...2)
        }
        if let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2, 1 <= low, low <= high, high <= 20
        {
            return low...high
        }
        report(.badValue, at: value.position, "\"digits\" must be a count from 1 to 20 or a range such as \"6-8\"")
        return nil
    }

    /// A key of the telephone; "" stands for none.
    private func key(_ reader: ObjectReader, _ name: String, default fallback: Character) -> Character? {
        guard let string = reader.string(name), let value = reader.value(name) else { return fallback }
        if string.isEmpty { return nil }
        if string.count == 1, let key = string.first, "0123456789*#".contains(key) { return key }
        report(.badValue, at: value.position, "\"\(name)\" must be one key such as \"#\", or \"\" for none")
        return fallback
    }

    /// One key cannot both end and clear the entry.
    private func checkKeys(_ reader: ObjectReader) {
        let keys = [("end", "#"), ("clear", "*")].map { key, fallback in
            if case .string(let text)? = reader.value(key)?.content { text } else { fallback }
        }
        guard keys[0] == keys[1], !keys[0].isEmpty, let value = reader.value("end") ?? reader.value("clear") else {
            return
        }
        report(
            .badValue, at: value.position,
            "\(Self.quoted(keys[0])) cannot both end and clear the entry; write \"\" for the one that is not needed")
    }

    /// luhn, a list of values, bounds, or a regular expression.
    private func check(_ reader: ObjectReader) -> CollectVerb.Check? {
        guard let value = reader.value("check") else { return nil }
        switch value.content {
        case .string("luhn"): return .luhn
        case .string(let string): return pattern(string, at: value.position)
        case .array(let elements):
            if elements.isEmpty { report(.badValue, at: value.position, "\"check\" needs at least one value") }
            return .values(elements.compactMap { plainValue($0) })
        case .object(let members):
            let bounds = ObjectReader(self, LanguageTables.check, members: members, at: value.position)
            let (low, high) = (bounds.number("min"), bounds.number("max"))
            if let low, let high, low > high { report(.badValue, at: value.position, "\"min\" is above \"max\"") }
            return .range(min: low, max: high)
        default:
            reader.wrongType("check", value)
            return nil
        }
    }

    private func pattern(_ string: String, at position: Position) -> CollectVerb.Check? {
        let isWhole = string.hasPrefix("^") && string.hasSuffix("$") && !string.hasSuffix("\\$")
        guard isWhole, string.utf8.count <= EntryPattern.longest else {
            reportUnknown(
                .badValue, at: position, word: string,
                "\"check\" must be \"luhn\", a list, { min, max } or a regular expression \"^…$\"", among: ["luhn"])
            return nil
        }
        do throws(EntryPatternError) {
            _ = try EntryPattern(string)
        } catch {
            let why = Self.cleaned(error.description)
            report(.badValue, at: position, "\(Self.quoted(string)) is no regular expression: \(why)")
        }
        return .pattern(string)
    }
}

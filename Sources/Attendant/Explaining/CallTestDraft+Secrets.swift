import MenuFile

/// Entries that stand for secret ones.
extension CallTestDraft {
    /// Keys that the collect at this place takes; nil: it is no collect, or nothing can be made up for it.
    func placeholderEntry(at path: String) -> String? {
        for step in menu.allSteps where step.path == path {
            guard case .collect(let collect)? = step.verb else { continue }
            return entry(for: collect)
        }
        return nil
    }

    private func entry(for collect: CollectVerb) -> String {
        let digits = digits(for: collect)
        guard digits.count < collect.digits.upperBound, let end = collect.end else { return digits }
        return digits + String(end)
    }

    private func digits(for collect: CollectVerb) -> String {
        switch collect.kind {
        case .date: return ["US": "01021990", "CN": "19900102"][country] ?? "02011990"
        case .time: return "1000"
        case .phone: return story.number.map { $0.filter { $0.isNumber } } ?? "07700900001"
        case .text, .number: break
        }
        let count = collect.digits.lowerBound
        let plain = String("1234567890123456789012345678901234567890".prefix(count))
        switch collect.check {
        case .values(let values): return values.first ?? plain
        case .range(let least, let most): return Self.number(count, from: least, to: most) ?? plain
        case .luhn: return Self.withLuhnDigit(plain)
        case .pattern, nil: return plain
        }
    }

    private static func number(_ count: Int, from least: Double?, to most: Double?) -> String? {
        guard let value = (least ?? most).flatMap({ Int(exactly: $0.rounded(.up)) }), value >= 0 else { return nil }
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    /// The last digit makes the sum right.
    private static func withLuhnDigit(_ digits: String) -> String {
        let body = digits.dropLast()
        let sum = body.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.element.wholeNumberValue ?? 0
            guard digit.offset.isMultiple(of: 2) else { return sum + value }
            return sum + (value * 2 > 9 ? value * 2 - 9 : value * 2)
        }
        return body + String((10 - sum % 10) % 10)
    }
}

import MenuFile

/// What the keys of a `collect` are worth: `digits`, `as` and `check` (§4.2, C4).
struct EntryReader {
    let digits: ClosedRange<Int>
    let kind: CollectVerb.Kind
    let check: CollectVerb.Check?
    /// Whose numbers and whose order of dates count.
    let country: String
    let numbers: any NumberBook
    /// From which years of two digits are reckoned.
    let thisYear: Int

    /// The value of what was typed: digits as they are, a number without leading zeros, E.164, an ISO date, HH:MM. Nil
    /// when it is refused.
    func value(typed entry: String) -> String? {
        guard digits.contains(entry.utf8.count) else { return nil }
        return normalised(entry).flatMap { passes($0) ? $0 : nil }
    }

    /// A value that came from elsewhere (a URL, a channel, a web service), in the form that typing it would give; nil
    /// when it would not be taken, and is to be asked for.
    func value(known value: String) -> String? {
        let form: String? =
            switch kind {
            case .text: digits.contains(value.count) ? value : nil
            case .number: Self.number(value).flatMap { $0.utf8.count <= digits.upperBound ? $0 : nil }
            case .phone: phone(value)
            case .date: CivilDate(value).map { "\($0)" }
            case .time: Self.time(clock: value)
            }
        return form.flatMap { passes($0) ? $0 : nil }
    }

    private func normalised(_ entry: String) -> String? {
        switch kind {
        case .text: entry
        case .number: Self.number(entry)
        case .phone: phone(entry)
        case .date: DateOrder(country: country).date(of: entry, thisYear: thisYear).map { "\($0)" }
        case .time: Self.time(digits: entry)
        }
    }

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func number(_ text: String) -> String? {
        guard isDigits(text) else { return nil }
        let number = text.drop { $0 == "0" }
        return number.isEmpty ? "0" : String(number)
    }

    private func phone(_ text: String) -> String? {
        if case .callable(let number) = numbers.read(text, country: country) { return number.e164 }
        return nil
    }

    /// 930 and 0930 are 09:30.
    private static func time(digits: String) -> String? {
        guard isDigits(digits), (3...4).contains(digits.utf8.count), let number = Int(digits) else { return nil }
        return time(hour: number / 100, minute: number % 100)
    }

    /// 9:30 and 09:30:00 are 09:30.
    private static func time(clock: String) -> String? {
        let fields = clock.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(fields.count), fields.allSatisfy({ isDigits($0) && $0.utf8.count <= 2 }),
            let hour = Int(fields[0]), fields[1].utf8.count == 2, let minute = Int(fields[1])
        else { return nil }
        return time(hour: hour, minute: minute)
    }

    private static func time(hour: Int, minute: Int) -> String? {
        guard hour < 24, minute < 60 else { return nil }
        return [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

extension EntryReader {
    /// `check` looks at the value that the variable would get.
    private func passes(_ value: String) -> Bool {
        switch check {
        case nil: true
        case .luhn: Self.isLuhn(value)
        case .values(let values): values.contains(value)
        case .range(let low, let high):
            PlainNumber(value).map { $0.value >= low ?? -.infinity && $0.value <= high ?? .infinity } ?? false
        case .pattern(let text): (try? EntryPattern(text))?.matches(value) ?? false
        }
    }

    /// The check digit of cards and many customer numbers (ISO/IEC 7812-1, annex B).
    static func isLuhn(_ value: String) -> Bool {
        guard isDigits(value), value.utf8.count >= 2 else { return false }
        let sum = value.utf8.reversed().enumerated().reduce(0) { sum, entry in
            let digit = Int(entry.element - 48) * (entry.offset % 2 == 1 ? 2 : 1)
            return sum + (digit > 9 ? digit - 9 : digit)
        }
        return sum.isMultiple(of: 10)
    }
}

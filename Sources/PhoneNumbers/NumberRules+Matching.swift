public import Reception

extension NumberRules {
    /// Whether a number is one of a rule of `accept` or `deny`. What is no rule matches nothing.
    public func matches(_ number: TelephoneNumber, rule: String) -> Bool {
        NumberPattern(rule)?.matches(number) ?? false
    }

    /// Whether a number of a call matches a pattern of a menu file.
    public func matches(_ number: GivenNumber, pattern: String, country: String) -> Bool {
        guard let pattern = CallerPattern(pattern) else { return false }
        return pattern.forms(of: number, country: country).contains { pattern.matches($0) }
            || isSame(number, pattern, country)
    }

    /// Whether a whole number, written in whatever way, is that number of the world.
    private func isSame(_ number: GivenNumber, _ pattern: CallerPattern, _ country: String) -> Bool {
        // Reading a number takes a tenth of a millisecond, and a list may have thousands: the last digits tell most
        // of them apart.
        guard let whole = pattern.wholeNumber, let e164 = number.telephone?.e164,
            e164.hasSuffix(whole.suffix(Self.tellingDigits))
        else { return false }
        guard case .callable(let read) = read(whole, country: country) else { return false }
        return read.e164 == e164
    }

    private static let tellingDigits = 4
}

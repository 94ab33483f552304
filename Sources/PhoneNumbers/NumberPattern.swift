public import Reception

/// One entry of `accept` or `deny`: a country ("GB") or the beginning of a number ("+4420", "+44 20*").
public struct NumberPattern: Sendable, Hashable {
    private enum Kind: Hashable {
        case country(String)
        case international(String)
        case national(String)
    }

    private let kind: Kind

    /// Reads a pattern.
    ///
    /// Spaces, dashes, dots and brackets do not count, nor does a star at the end. With a + it is the beginning of an
    /// E.164 number, without one the beginning of the national form ("0900"). Country letters may be small.
    ///
    /// - Returns: nil when it is neither.
    public init?(_ text: String) {
        let text = text.hasSuffix("*") ? String(text.dropLast()) : text
        let capitals = text.uppercased()
        if NumberRules.isCountry(capitals) {
            kind = .country(capitals)
        } else if let digits = TypedNumber(text)?.text {
            kind = digits.hasPrefix("+") ? .international(digits) : .national(digits)
        } else {
            return nil
        }
    }

    /// Whether a number is of that country, or begins so.
    public func matches(_ number: TelephoneNumber) -> Bool {
        switch kind {
        case .country(let country): number.country == country
        case .international(let prefix): number.e164.hasPrefix(prefix)
        case .national(let prefix): number.national.hasPrefix(prefix)
        }
    }
}

extension TelephoneNumber {
    /// Whether the number is of that country ("GB") or begins so ("+4420", "+44 20*"); a pattern that is neither
    /// matches no number.
    public func matches(pattern: String) -> Bool {
        NumberPattern(pattern)?.matches(self) ?? false
    }
}

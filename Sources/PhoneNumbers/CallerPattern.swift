internal import Reception

/// A pattern of `callers`, `caller` or `called`: digits, an x for any digit, a star for any rest.
struct CallerPattern {
    /// Digits and x, without + and star.
    private let digits: [UInt8]
    /// Whether it began with a +: then it is the beginning of an E.164 number.
    private let isInternational: Bool
    /// Whether a star ended it.
    private let isOpen: Bool

    /// Reads a pattern; nil when it is none. Spaces, dashes, dots and brackets do not count; 00 is a +.
    init?(_ text: String) {
        var rest = text.utf8.filter { !" -.()/".utf8.contains($0) }[...]
        isOpen = rest.last == UInt8(ascii: "*")
        if isOpen { rest.removeLast() }
        let plus = rest.first == UInt8(ascii: "+")
        if plus { rest.removeFirst() }
        let doubleZero = !plus && rest.starts(with: "00".utf8) && (isOpen || rest.count > Self.longestInside)
        if doubleZero { rest.removeFirst(2) }
        isInternational = plus || doubleZero
        digits = Array(rest)
        guard digits.count <= TypedNumber.mostDigits, digits.allSatisfy({ Self.isDigit($0) || $0 == Self.any }),
            !digits.isEmpty || isOpen
        else { return nil }
    }

    /// The whole number that it names; nil when it stands for many.
    var wholeNumber: String? {
        guard !isOpen, !digits.contains(Self.any) else { return nil }
        return (isInternational ? "+" : "") + String(decoding: digits, as: UTF8.self)
    }

    /// The ways of writing a number that the pattern is compared with, digits only: E.164 for one with a +, else the
    /// national form of numbers of the country, and the number as the network gave it, for extensions.
    func forms(of number: GivenNumber, country: String) -> [String] {
        let given = TypedNumber(number.given)?.text ?? ""
        if isInternational {
            if let e164 = number.telephone?.e164 { return [Self.withoutPlus(e164)] }
            return given.hasPrefix("+") ? [Self.withoutPlus(given)] : []
        }
        let national = number.telephone.flatMap { $0.country == country ? $0.national : nil }
        // A number that the network gave with a + is no extension, whatever it begins with.
        return [national, given.hasPrefix("+") ? nil : given].compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Whether one way of writing a number matches.
    func matches(_ form: String) -> Bool {
        let form = Array(form.utf8)
        guard form.count == digits.count || (isOpen && form.count > digits.count) else { return false }
        return zip(digits, form).allSatisfy { $0 == Self.any || $0 == $1 }
    }

    /// A number inside the house has at most so many digits (menu-format, part 3).
    private static let longestInside = 6
    private static let any = UInt8(ascii: "x")

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func withoutPlus(_ text: String) -> String { text.hasPrefix("+") ? String(text.dropFirst()) : text }
}

/// A decimal number as it is written, "-0012.50", taken apart without rounding.
struct DecimalText: Sendable, Hashable {
    let isNegative: Bool
    /// The digits before the point, without leading zeros; "0" when there are none.
    let whole: String
    /// The digits after the point.
    let fraction: String

    /// Reads ASCII digits with an optional sign and an optional decimal point; nil for anything else.
    init?(_ text: String) {
        var rest = trimmed(Substring(text))
        let sign = rest.first.flatMap { $0 == "-" || $0 == "+" ? $0 : nil }
        if sign != nil { rest.removeFirst() }
        let halves = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
            return nil
        }
        let digits = halves[0].drop { $0 == "0" }
        whole = digits.isEmpty ? "0" : String(digits)
        fraction = halves.count == 2 ? String(halves[1]) : ""
        isNegative = sign == "-" && (whole + fraction).contains { $0 != "0" }
    }

    /// The number in hundredths, rounded half up; nil when it is beyond counting.
    var hundredths: Int? {
        guard whole.count <= 15, let units = Int(whole) else { return nil }
        let digits = fraction.utf8.prefix(3).map { Int($0) - 48 } + [0, 0, 0]
        let cents = digits[0] * 10 + digits[1] + (digits[2] >= 5 ? 1 : 0)
        return (units * 100 + cents) * (isNegative ? -1 : 1)
    }
}

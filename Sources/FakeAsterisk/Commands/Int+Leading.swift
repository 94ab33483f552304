extension Int {
    /// The number a text begins with, as `sscanf("%d")` reads it: blanks and a sign before it, anything behind it. Nil
    /// when there is none. Numbers too large for 32 bits are cut to them, as the C library does.
    init?(leading text: some StringProtocol) {
        var rest = Substring(text).drop { $0 == " " || $0 == "\t" }
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return nil }
        let value = Int(digits) ?? Int.max
        let bounded = Swift.min(value, Int(Int32.max))
        self = isNegative ? -bounded : bounded
    }
}

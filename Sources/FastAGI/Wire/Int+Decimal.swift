extension Int {
    /// A whole number written in ASCII digits with at most one `-` before them; nil for anything else, also for one that
    /// does not fit.
    init?(decimal bytes: ArraySlice<UInt8>) { self.init(decimal: bytes.span) }

    /// The same for bytes that are only looked at.
    init?(decimal bytes: Span<UInt8>) {
        let isNegative = bytes.count > 0 && bytes[0] == Byte.minus
        let first = isNegative ? 1 : 0
        guard bytes.count > first else { return nil }
        var value = 0
        for index in first..<bytes.count {
            let digit = Int(bytes[index]) - Int(Byte.zero)
            guard (0...9).contains(digit) else { return nil }
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooBigStill) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            guard !tooBig, !tooBigStill else { return nil }
            value = sum
        }
        self = value
    }
}

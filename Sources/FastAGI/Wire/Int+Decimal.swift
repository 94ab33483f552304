extension Int {
    /// A whole number written in ASCII digits with at most one `-` before them; nil for anything else, also for one that
    /// does not fit.
    init?(decimal bytes: ArraySlice<UInt8>) {
        var digits = bytes
        let isNegative = digits.first == Byte.minus
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty else { return nil }
        var value = 0
        for byte in digits {
            guard (Byte.zero...Byte.nine).contains(byte) else { return nil }
            let digit = Int(byte - Byte.zero)
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooBigStill) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            guard !tooBig, !tooBigStill else { return nil }
            value = sum
        }
        self = value
    }
}

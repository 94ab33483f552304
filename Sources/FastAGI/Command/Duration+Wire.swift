extension Duration {
    private static let attosecondsInMillisecond: Int64 = 1_000_000_000_000_000

    /// Whole milliseconds, a part of one counted as a whole one; nil below zero or above 32 bits (24 days), which is what
    /// Asterisk reads.
    var wireMilliseconds: Int? {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0, seconds <= Int64(Int32.max) / 1_000 else { return nil }
        let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: Self.attosecondsInMillisecond)
        let milliseconds = Int(seconds) * 1_000 + Int(whole) + (rest > 0 ? 1 : 0)
        return milliseconds <= Int(Int32.max) ? milliseconds : nil
    }

    /// Whole seconds, a part of one counted as a whole one; nil as for milliseconds.
    var wireSeconds: Int? {
        wireMilliseconds.map { ($0 + 999) / 1_000 }
    }
}

/// What a caller says, as far as a recording shows it: a tone while they speak, silence else.
enum Tone {
    /// A tone of 400 Hz for `spoken`, then silence up to `whole`, at 8,000 samples a second.
    static func samples(speaking spoken: Duration, of whole: Duration) -> [Int16] {
        let total = max(0, Int(whole.milliseconds) * 8)
        let loud = min(total, max(0, Int(spoken.milliseconds) * 8))
        return (0..<total).map { $0 < loud ? period[$0 % period.count] : 0 }
    }

    /// One period: twenty samples of a triangle, about −16 dBFS.
    private static let period: [Int16] = (0..<20).map { index in
        let position = (index + 5) % 20
        return Int16((position < 10 ? position - 5 : 15 - position) * 1_800)
    }
}

/// The two sample rates that a sound is kept in.
enum AudioFormat {
    /// Samples a second of `.wav`: Asterisk reads no other rate under this ending (formats/format_wav.c).
    static let narrowRate = 8_000
    /// Samples a second of `.sln16`: raw samples without a header.
    static let wideRate = 16_000

    /// How many narrow samples a time takes.
    static func narrowCount(_ time: Duration) -> Int {
        let (seconds, attoseconds) = time.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let (whole, overflow) = Int(seconds).multipliedReportingOverflow(by: narrowRate)
        return overflow ? Int.max / 4 : whole + Int(attoseconds / (1_000_000_000_000_000_000 / Int64(narrowRate)))
    }

    /// How long so many narrow samples are.
    static func time(narrowCount: Int) -> Duration {
        .microseconds(narrowCount * 1_000_000 / narrowRate)
    }
}

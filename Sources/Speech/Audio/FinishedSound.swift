/// A whole sound, as its two files hold it.
struct FinishedSound: Sendable, Equatable {
    /// 8,000 samples a second.
    let narrow: [Int16]
    /// 16,000 samples a second: twice as many.
    let wide: [Int16]

    /// A sound of a clip.
    init(_ clip: Clip) {
        narrow = clip.narrow.map(Self.rounded)
        wide = clip.wide.map(Self.rounded)
    }

    /// How long it is.
    var length: Duration {
        AudioFormat.time(narrowCount: narrow.count)
    }

    private static func rounded(_ sample: Float) -> Int16 {
        Int16(max(-32768, min(32767, (sample * 32768).rounded())))
    }
}

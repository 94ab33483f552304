/// A file format of Asterisk's, by its extension.
enum SoundFormat: String, Sendable, CaseIterable {
    case wav
    case wav16
    case sln
    case sln16
    case ulaw
    case alaw
    case g722
    case gsm

    /// Samples a second. `.wav` is 8 kHz only; 16 kHz must be called `.wav16` (format_wav.c).
    var rate: Int {
        switch self {
        case .wav16, .sln16, .g722: 16_000
        case .wav, .sln, .ulaw, .alaw, .gsm: 8_000
        }
    }

    /// Whether a header stands before the samples.
    var isWave: Bool { self == .wav || self == .wav16 }

    /// Samples in a raw file of so many bytes.
    func samples(in bytes: Int) -> Int {
        switch self {
        case .wav, .wav16, .sln, .sln16: bytes / 2
        case .ulaw, .alaw: bytes
        case .g722: bytes * 2
        case .gsm: bytes / 33 * 160
        }
    }

    /// All formats, those of the channel's own rate first.
    static func preferred(for rate: Int) -> [SoundFormat] {
        rate > 8_000 ? wideFirst : narrowFirst
    }

    private static let narrowFirst: [SoundFormat] = [.ulaw, .alaw, .wav, .sln, .gsm, .sln16, .wav16, .g722]
    private static let wideFirst: [SoundFormat] = [.sln16, .wav16, .g722, .ulaw, .alaw, .wav, .sln, .gsm]
}

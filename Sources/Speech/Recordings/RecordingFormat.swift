/// What other modules know of recordings: the endings of their files, without the dot.
public enum RecordingFiles {
    /// In the order in which they are looked for.
    public static let endings = RecordingFormat.allCases.map(\.rawValue)
}

/// The kinds of files that a recording may be, in the order in which they are looked for.
enum RecordingFormat: String, CaseIterable, Sendable {
    case wav, wav16, sln16, sln, ulaw, ul, pcm, alaw, al

    /// The endings, for messages: ".wav, .wav16 …".
    static let endings = allCases.map { "." + $0.rawValue }.joined(separator: ", ")

    /// Reads a file's bytes.
    func decode(_ bytes: [UInt8]) throws(WaveError) -> RecordedAudio {
        switch self {
        case .wav, .wav16: return try WaveFile.decode(bytes)
        case .sln16: return RecordedAudio(samples: WaveFile.integers(bytes[...], width: 2), rate: 16_000)
        case .sln: return RecordedAudio(samples: WaveFile.integers(bytes[...], width: 2), rate: 8_000)
        case .ulaw, .ul, .pcm: return RecordedAudio(samples: CompandedAudio.muLaw(bytes[...]), rate: 8_000)
        case .alaw, .al: return RecordedAudio(samples: CompandedAudio.aLaw(bytes[...]), rate: 8_000)
        }
    }
}

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads from disk what playing a sound file needs: its length, and the text beside it.
enum SoundFile {
    /// The most bytes of a `.txt` beside a sound that are shown.
    private static let mostText = 16_384

    /// The sound of `path` with the format's extension; nil when it is not there or Asterisk could not play it.
    static func read(_ path: String, as format: SoundFormat) -> Sound? {
        let file = URL(filePath: "\(path).\(format.rawValue)")
        guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return nil }
        guard format.isWave else {
            return Sound(samples: format.samples(in: data.count), rate: format.rate)
        }
        return WaveHeader(data).flatMap { header in
            guard header.isPlayable(at: format.rate) else { return nil }
            return Sound(samples: header.dataBytes / 2, rate: format.rate)
        }
    }

    /// What is said in the sound of `path`: the text of `path.txt`, which the speech module writes.
    static func text(beside path: String) -> String? {
        guard let data = try? Data(contentsOf: URL(filePath: path + ".txt")) else { return nil }
        let text = String(decoding: data.prefix(mostText), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

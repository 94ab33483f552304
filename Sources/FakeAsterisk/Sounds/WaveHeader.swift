#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The header of a `.wav` file.
struct WaveHeader {
    private var format = 0
    private var channels = 0
    private var rate = 0
    private var bits = 0
    /// Bytes of sound that are really in the file.
    private(set) var dataBytes = 0

    /// Reads `RIFF`, `WAVE` and the chunks up to `data`; nil when it is no such file.
    init?(_ data: Data) {
        let bytes = data.prefix(4_096)
        guard Self.tag(bytes, 0) == "RIFF", Self.tag(bytes, 8) == "WAVE" else { return nil }
        var at = 12
        while let tag = Self.tag(bytes, at), let length = Self.number(bytes, at + 4, 4) {
            if tag == "fmt " {
                format = Self.number(bytes, at + 8, 2) ?? 0
                channels = Self.number(bytes, at + 10, 2) ?? 0
                rate = Self.number(bytes, at + 12, 4) ?? 0
                bits = Self.number(bytes, at + 22, 2) ?? 0
            } else if tag == "data" {
                dataBytes = min(length, data.count - at - 8)
                return
            }
            at += 8 + length + length % 2
        }
        return nil
    }

    /// Whether Asterisk plays it: 16-bit PCM, one channel, and exactly this rate (format_wav.c).
    func isPlayable(at wanted: Int) -> Bool {
        format == 1 && channels == 1 && bits == 16 && rate == wanted
    }

    private static func tag(_ bytes: Data, _ at: Int) -> String? {
        guard at >= 0, at + 4 <= bytes.count else { return nil }
        return String(decoding: bytes.dropFirst(at).prefix(4), as: UTF8.self)
    }

    private static func number(_ bytes: Data, _ at: Int, _ size: Int) -> Int? {
        guard at >= 0, at + size <= bytes.count else { return nil }
        return bytes.dropFirst(at).prefix(size).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

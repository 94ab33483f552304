#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Recordings written to disk, as 8 kHz `.wav` files, below one folder and nowhere else.
public struct RecordingFolder: RecordingStore {
    /// The folder, absolute, without a slash at its end.
    public let folder: String

    /// Recordings below `folder`, which need not exist yet.
    public init(_ folder: String) {
        self.folder = folder
    }

    /// Whether the path is below the folder, has no `..` in it, and asks for a format this can write.
    public func mayWrite(to path: String, format: String) -> Bool {
        let parts = path.split(separator: "/")
        return path.hasPrefix(folder + "/") && !parts.contains("..") && !path.contains("\0") && format == "wav"
    }

    /// Writes `path.wav`, whole or not at all.
    public func write(_ samples: [Int16], to path: String, format: String) -> Bool {
        guard mayWrite(to: path, format: format) else { return false }
        let file = URL(filePath: path + ".wav")
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(WaveFile.bytes(samples)).write(to: file, options: .atomic)
            return true
        } catch {
            return false
        }
    }
}

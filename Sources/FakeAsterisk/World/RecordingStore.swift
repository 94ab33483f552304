/// Where recordings go.
public protocol RecordingStore: Sendable {
    /// Keeps a recording.
    ///
    /// - Parameters:
    ///   - path: the file as the command names it, without its extension.
    ///   - format: the extension, `wav`.
    ///   - samples: 16-bit samples at 8,000 Hz.
    /// - Returns: false when it may not be written there, which Asterisk answers with `(writefile)`.
    func write(_ samples: [Int16], to path: String, format: String) -> Bool

    /// Whether a recording may be written there. Asterisk opens the file before it records.
    func mayWrite(to path: String, format: String) -> Bool
}

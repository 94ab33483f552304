/// What became of a wait for bytes.
enum Input: Sendable {
    /// A chunk, never empty; or empty when the wait was for a notice only.
    case bytes([UInt8])
    case endOfFile
    case failed(SocketError)
}

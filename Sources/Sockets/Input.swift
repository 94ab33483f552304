/// What became of a wait for bytes.
enum Input: Sendable {
    /// A chunk, never empty; or empty when the wait was for a notice only.
    case bytes([UInt8])
    case endOfFile
    case failed(SocketError)
}

extension Input {
    /// The chunk, or an empty one at the end of file.
    func bytes() throws(SocketError) -> [UInt8] {
        switch self {
        case .bytes(let bytes): return bytes
        case .endOfFile: return []
        case .failed(let error): throw error
        }
    }
}

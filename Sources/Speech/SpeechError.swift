/// Why there is no library of sounds.
public enum SpeechError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The folder of the sounds cannot be made or written to: what the system says.
    case folder(String)
    /// The path of the folder is relative; Asterisk would look for it somewhere else.
    case relativePath(String)
    /// The speech engine cannot be started.
    case engine(String)

    /// What went wrong, in one line.
    public var description: String {
        switch self {
        case .folder(let why): "the folder of the sounds cannot be used: \(why)"
        case .relativePath(let path): "the folder of the sounds must be an absolute path, not \"\(path)\""
        case .engine(let why): why
        }
    }
}

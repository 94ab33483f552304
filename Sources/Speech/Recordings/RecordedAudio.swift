/// What a recording holds: mono samples, full scale ±1.
struct RecordedAudio: Sendable, Equatable {
    let samples: [Float]
    /// Samples a second.
    let rate: Int
}

/// Why a recording cannot be used.
public enum RecordingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The path leaves the folder of the menus, is absolute outside it, or is no path.
    case outside(String)
    /// There is no such file in any format that is read.
    case missing(String)
    /// The file cannot be read: what the system says.
    case unreadable(String, why: String)
    /// The file is none that is understood: what is wrong with it.
    case notUnderstood(String, why: String)

    /// What went wrong, in one line.
    public var description: String {
        switch self {
        case .outside(let path): "the recording \"\(path)\" is not inside the folder of the menus"
        case .missing(let path):
            "the recording \"\(path)\" is missing (looked for \(RecordingFormat.endings))"
        case .unreadable(let path, let why): "the recording \"\(path)\" cannot be read: \(why)"
        case .notUnderstood(let path, let why): "the recording \"\(path)\" is not understood: \(why)"
        }
    }
}

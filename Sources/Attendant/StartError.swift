/// Why the server cannot start, or a command cannot do its work. One line: what, where, what was expected.
public enum StartError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The menus folder, or all files in it.
    case menus(String)
    /// An address to listen on.
    case listen(String)
    /// The database.
    case records(String)
    /// The sounds folder or eSpeak NG.
    case speech(String)
    /// A file or folder that is not there, or cannot be made.
    case file(String)
    /// A setting that is no value: wrong usage.
    case setting(String)

    /// The line.
    public var description: String {
        switch self {
        case .menus(let text), .listen(let text), .records(let text), .speech(let text), .file(let text),
            .setting(let text):
            text
        }
    }
}

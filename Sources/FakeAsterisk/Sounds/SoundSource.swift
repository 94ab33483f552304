/// Where Asterisk finds sounds.
public protocol SoundSource: Sendable {
    /// The sound of a name as commands use it: without extension, relative to Asterisk's own sounds or absolute, or a URL.
    ///
    /// - Parameters:
    ///   - name: the name, hostile as all that a server sends.
    ///   - language: the channel's language, for the folder to look into.
    ///   - rate: the channel's samples a second; of several files the one next to it is played.
    /// - Returns: nil when there is none that Asterisk can play.
    func sound(_ name: String, language: String, rate: Int) -> Sound?
}

/// Why an engine did not speak.
public enum SynthesisError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The engine knows no such voice, or the voice has no such variant.
    case unknownVoice(voice: String, language: String)
    /// The engine could not be started: its data is missing, say.
    case notStarted(String)
    /// The engine refused a call: what was asked of it, and the code it gave.
    case refused(String, code: Int)
    /// The text makes a longer sound than is ever kept.
    case tooLong(seconds: Int)
    /// The process that speaks has ended, hangs, or may not be started yet: why.
    case lost(String)

    /// What went wrong, in one line.
    public var description: String {
        switch self {
        case .unknownVoice(let voice, let language):
            "eSpeak NG has no voice \"\(voice)\" (language \(language)); `espeak-ng --voices` lists them"
        case .notStarted(let why):
            "eSpeak NG could not be started: \(why)"
        case .refused(let what, let code):
            "eSpeak NG refused to \(what) (code \(code))"
        case .tooLong(let seconds):
            "the speech is longer than \(seconds) s, the longest that is made"
        case .lost(let why):
            "eSpeak NG's process \(why)"
        }
    }
}

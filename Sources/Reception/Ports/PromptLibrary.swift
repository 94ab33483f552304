public import MenuFile

/// Makes sounds of prompts. Implemented by the module Speech; by a plain estimate where eSpeak NG is absent.
public protocol PromptLibrary: Sendable {
    /// The sound of a prompt that is there already, without any waiting; nil when it must be made first.
    func ready(_ prompt: Prompt) -> Sound?

    /// The sound of a prompt, made now if need be, joined into one file per sample rate.
    ///
    /// - Throws: `PromptError` when nothing can be spoken; the caller of this goes on without.
    func sound(of prompt: Prompt) async throws(PromptError) -> Sound

    /// Whether the files of a sound that was `ready` have gone. Asked when Asterisk could not play it; may look at a disk.
    func hasLost(_ prompt: Prompt) async -> Bool
}

extension PromptLibrary {
    /// Nobody removes anything.
    public func hasLost(_ prompt: Prompt) async -> Bool { false }
}

/// A prompt: its pieces become **one** sound, for Asterisk loses keys between two.
///
/// All variables are filled in already; text from outside was made harmless by the one who filled it in.
public struct Prompt: Sendable, Hashable {
    /// The pieces in the order in which they are heard.
    public var pieces: [Piece]
    /// Whether the text holds a sensitive value: such a sound is not kept in the cache.
    public var isSensitive: Bool
    /// Where keys are named in it, in the order of the prompt.
    public var marks: [KeyMark] = []

    /// One piece of a prompt.
    public enum Piece: Sendable, Hashable {
        /// Text, spoken by a voice of a language. Never read as markup.
        case speech(String, Voice)
        /// Silence.
        case pause(Duration)
        /// A tone by its name.
        case tone(String)
        /// A recording beside the menu; the text is spoken when the file is missing.
        case recording(path: String, text: String, Voice)
    }

    /// A language, and how it is spoken in this file.
    public struct Voice: Sendable, Hashable {
        /// The language tag.
        public let language: String
        /// The file's own settings; nil entries stand for the default of the language.
        public let settings: VoiceSettings

        /// A voice.
        public init(language: String, settings: VoiceSettings = VoiceSettings()) {
            self.language = language
            self.settings = settings
        }
    }

    /// A prompt of these pieces.
    public init(_ pieces: [Piece], isSensitive: Bool = false) {
        self.pieces = pieces
        self.isSensitive = isSensitive
    }

    /// What is heard, as text: the pieces joined by blanks.
    public var text: String {
        pieces.compactMap { piece in
            switch piece {
            case .speech(let text, _), .recording(_, let text, _): text.isEmpty ? nil : text
            case .pause, .tone: nil
            }
        }.joined(separator: " ")
    }
}

/// A sound on disk, ready to be played.
public struct Sound: Sendable, Hashable {
    /// The file's absolute path without extension; Asterisk chooses among the formats that are there.
    public let path: String
    /// How long it is.
    public let length: Duration
    /// What is heard.
    public let text: String
    /// When keys have been named in it; empty where nobody said so.
    public var namings: [KeyNaming] = []
    /// Whether the text holds a sensitive value.
    public var isSensitive = false

    /// A sound.
    public init(path: String, length: Duration, text: String) {
        self.path = path
        self.length = length
        self.text = text
    }
}

/// Why a prompt has no sound.
public enum PromptError: Error, Equatable, Sendable {
    /// eSpeak NG failed or has no such voice.
    case synthesis(String)
    /// A recording is missing or cannot be read, and has no text.
    case recording(String)
    /// The disk refused.
    case storage(String)
    /// The text is longer than is ever synthesized.
    case tooLong(characters: Int, limit: Int)
}

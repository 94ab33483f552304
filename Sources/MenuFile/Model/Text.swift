/// A text of a menu file, as §3.2 has it: what is spoken or shown, before variables are filled in.
public indirect enum Text: Sendable {
    /// A plain string.
    case template(Template)
    /// One text per language, in the order of the file.
    case perLanguage([Localized])
    /// Pieces joined into one sound.
    case joined([Text])
    /// A recording beside the menu file, without extension; `transcript` is spoken if the file is missing.
    case recording(path: String, transcript: Text?)
    /// A pause in seconds.
    case pause(Double)
    /// A tone by its name ("beep").
    case tone(String)

    /// A text in one language.
    public struct Localized: Sendable {
        /// The language tag.
        public let language: String
        /// The text.
        public let text: Text

        /// A text in a language.
        public init(language: String, text: Text) {
            self.language = language
            self.text = text
        }
    }
}

/// A string with `{variable:format|if missing}` in it, taken apart.
public struct Template: Sendable, Hashable {
    /// The parts in order; neighbouring literals are one.
    public let parts: [Part]

    /// Literal text, or a variable.
    public enum Part: Sendable, Hashable {
        /// Text as it stands, braces already undoubled.
        case literal(String)
        /// A variable with its format ("digits", "money PLN") and what stands for it when it is missing.
        case variable(name: String, format: String?, ifMissing: String?)
    }

    /// The names of the variables that the template reads, in order, repeats included.
    public var variables: [String] {
        parts.compactMap { if case .variable(let name, _, _) = $0 { name } else { nil } }
    }

    init(parts: [Part]) { self.parts = parts }
}

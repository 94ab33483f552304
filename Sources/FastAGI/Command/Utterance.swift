/// What `SAY` speaks with Asterisk's own recordings.
public enum Utterance: Sendable, Hashable {
    /// `SAY ALPHA`: spells a text; `spelling` says which letters are called upper or lower case.
    case alpha(String, spelling: LetterCase? = nil)
    /// `SAY PHONETIC`: spells a text with Alfa, Bravo, Charlie.
    case phonetic(String)
    /// `SAY DIGITS`: one digit after the other; nothing but 0–9 is allowed.
    case digits(String)
    /// `SAY NUMBER`: a number of 32 bits, with a grammatical gender where the language has them.
    case number(Int, gender: Gender? = nil)
    /// `SAY DATE`: seconds since 1970, of 32 bits: none after January 2038, use `dateTime`.
    case date(epoch: Int)
    /// `SAY TIME`: seconds since 1970, of 32 bits: none after January 2038, use `dateTime`.
    case time(epoch: Int)
    /// `SAY DATETIME`: seconds since 1970; nil is the format of the channel's language.
    case dateTime(epoch: Int, format: Format? = nil)

    /// Which letters of a spelled text are announced as upper or lower case.
    public enum LetterCase: String, Sendable {
        /// Upper and lower case.
        case all = "a"
        /// Lower case only.
        case lower = "l"
        /// Neither.
        case none = "n"
        /// Upper case only.
        case upper = "u"
    }

    /// The grammatical gender of a number.
    public enum Gender: String, Sendable {
        /// As in Danish and Swedish.
        case common = "c"
        /// Feminine.
        case feminine = "f"
        /// Masculine.
        case masculine = "m"
        /// Neuter.
        case neuter = "n"
        /// Plural.
        case plural = "p"
    }

    /// How a date and time is spoken.
    public struct Format: Sendable, Hashable {
        /// Asterisk's letters, like `ABdY 'digits/at' IMp` (voicemail.conf.sample tells them).
        public var pattern: String
        /// A time zone like `Europe/Vienna`; nil is Asterisk's own.
        public var zone: String?

        /// Makes a format.
        public init(pattern: String, zone: String? = nil) {
            self.pattern = pattern
            self.zone = zone
        }
    }
}

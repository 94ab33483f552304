/// SAY ALPHA, DATE, DATETIME, DIGITS, NUMBER, PHONETIC, TIME.
enum SayCommands {
    /// Begins to speak; the words are those of the whole line.
    static func start(_ verb: Verb, _ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        guard let names = names(verb, words[2]) else { return .usage }
        let interruptible = ![.sayDate, .sayTime, .sayDateTime].contains(verb)
        return Saying.start(
            words[2], names, escape: words[3], interruptible: interruptible, at: now, on: &channel)
    }

    /// The sounds of it; nil where the text must be a number and is none: `#1` (res_agi.c:2837).
    private static func names(_ verb: Verb, _ text: String) -> [String]? {
        switch verb {
        case .sayAlpha: return SpokenSounds.letters(text)
        case .sayPhonetic: return SpokenSounds.phonetic(text)
        default: break
        }
        guard let number = Int(leading: text) else { return nil }
        switch verb {
        case .sayDigits: return SpokenSounds.digits(text)
        case .sayNumber: return SpokenSounds.number(number)
        case .sayDate: return SpokenSounds.date
        case .sayTime: return SpokenSounds.time
        default: return SpokenSounds.date + SpokenSounds.time
        }
    }
}

/// Everything that Attendant says by itself in one language: phrases, keys, dates, times, numbers, money.
///
/// A pack is data (a JSON file), so a language needs no code. Its texts are made for the ear: figures stand where
/// eSpeak NG reads them as a native would, words where it does not. A class, for a pack is large and every text asks for
/// one: handing it on copies nothing.
public final class LanguagePack: Sendable {
    /// The language: "en".
    public let language: String
    /// How it is spoken unless a file says otherwise.
    public let voice: VoiceSettings
    /// The word for the operator, as staff see it in a label.
    public let operatorLabel: String
    /// What stands for the name of a caller whose number is withheld.
    public let anonymous: String

    let file: PackFile
    let phrases: [PhraseID: Phrase]
    let clock: Clock
    let calendar: Calendar
    let durationJoin: Template
    let moneyJoin: Template

    init(_ file: PackFile) throws(LanguagePackError) {
        let reader = PackReader(file: file)
        try reader.checkWords()
        language = file.language
        voice = VoiceSettings(voice: file.voice.voice, speed: file.voice.speed, gap: file.voice.gap)
        operatorLabel = file.words.operator
        anonymous = file.words.anonymous
        phrases = try reader.phrases()
        clock = try Clock(file.clock, reader)
        calendar = try Calendar(file.calendar, reader)
        durationJoin = try reader.template(file.duration.join, at: "duration.join", allowing: ["first", "second"])
        moneyJoin = try reader.template(file.money.join, at: "money.join", allowing: ["whole", "part"])
        self.file = file
    }

    /// A phrase, ready to be filled in.
    enum Phrase: Sendable {
        case text(Template)
        case counted(count: String, forms: [PluralRule.Category: Template])
    }
}

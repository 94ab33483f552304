/// Everything that Attendant says by itself in one language: phrases, keys, dates, times, numbers, money.
///
/// A pack is data (a JSON file), so a language needs no code. Its texts are made for the ear: figures stand where
/// eSpeak NG reads them as a native would, words where it does not.
public struct LanguagePack: Sendable {
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

    /// A phrase, ready to be filled in.
    enum Phrase: Sendable {
        case text(Template)
        case counted(count: String, forms: [PluralRule.Category: Template])
    }
}

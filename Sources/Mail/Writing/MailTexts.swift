/// Every word that a mail says, so that a language pack can say it otherwise. `{…}` stands for a value.
public struct MailTexts: Sendable, Equatable {
    /// Subjects. {label} what it is about, {caller} the name or number.
    public var subjectAsked = "Call back: {caller} ({label})"
    /// See `subjectAsked`.
    public var subjectUnconfirmed = "Perhaps call back: {caller} ({label})"
    /// See `subjectAsked`.
    public var subjectMissed = "Missed call: {caller} ({label})"
    /// Used when the menu gives no subject. {caller}, {label}.
    public var subjectVoicemail = "Message from {caller} ({label})"

    /// The first line. {caller}.
    public var asked = "{caller} asked to be called back."
    /// The first line. {caller}.
    public var unconfirmed = "{caller} chose to be called back and hung up before confirming it."
    /// The first line. {caller}.
    public var missed = "{caller} hung up before anybody took the call."
    /// The first line. {caller}, {length}.
    public var voicemail = "{caller} left a message of {length}. It is attached."
    /// The first line when the sound file is missing. {caller}, {length}, {file}.
    public var voicemailWithoutFile = "{caller} left a message of {length}, but it could not be attached: {file}"

    /// The names of the lines below.
    public var number = "Number"
    /// The caller's name.
    public var name = "Name"
    /// What it is about.
    public var about = "About"
    /// When it was asked for.
    public var when = "When"
    /// What was promised.
    public var due = "Promised by"
    /// The dialled number.
    public var dialled = "Called"
    /// The caller's language.
    public var language = "Language"
    /// The row. {id}, {list}.
    public var request = "Request {id} on the list \"{list}\"."
    /// When it was asked for more than once. {count}.
    public var repeated = "Asked for {count} times."
    /// The call. {call}.
    public var call = "Call {call}."

    /// How sure the number is.
    public var isConfirmed = "confirmed by the caller"
    /// See `isConfirmed`.
    public var isTyped = "typed by the caller, not confirmed"
    /// See `isConfirmed`: caller ID can be forged.
    public var isFromNetwork = "from caller ID, not confirmed"
    /// In place of a number that is withheld.
    public var withheld = "a withheld number"
    /// In place of a label that is empty.
    public var noLabel = "no choice made"
    /// A length in seconds. {count}.
    public var seconds = "{count} s"

    /// English.
    public static let english = MailTexts()

    /// The texts of every language that has some, by its tag.
    static let all: [String: MailTexts] = [
        "en": english, "pl": polish, "ru": russian, "id": indonesian, "zh": chinese, "de": german, "fr": french,
        "es": spanish,
    ]

    /// The texts in a language, "de" or "de-AT"; English where there are none.
    public static func texts(in language: String) -> MailTexts {
        let base = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
        return all[base] ?? english
    }

    /// Fills values into a text, in one pass: what a value holds is never taken for a placeholder.
    static func filled(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            result += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

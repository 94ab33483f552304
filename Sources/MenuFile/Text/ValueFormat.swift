/// How a value is put into a sentence: what stands after the colon of `{visit.date:date}` (§3.2).
public enum ValueFormat: Sendable, Hashable {
    /// No format: as text.
    case plain
    /// One by one.
    case digits
    /// National digits in groups of three.
    case phone
    /// A number.
    case number
    /// An amount in the currency of this ISO 4217 code.
    case money(String)
    /// "Thursday, 5 March".
    case date
    /// "today", "tomorrow", "on Monday".
    case day
    /// "nine twenty".
    case time
    /// "two hours".
    case duration
    /// Letter by letter.
    case spell

    /// The words of the formats that this release has, for messages and suggestions.
    public static let words = LanguageTables.formats.map(\.name)

    /// Reads a format as written after the colon.
    ///
    /// - Throws: `unknownFormat`; `laterFormat` for `ordinal` and `count …`; `badCurrency`.
    public init(_ text: String) throws(TemplateError) {
        let words = text.split(separator: " ")
        let simple: [Substring: ValueFormat] = [
            "digits": .digits, "phone": .phone, "number": .number, "date": .date, "day": .day, "time": .time,
            "duration": .duration, "spell": .spell,
        ]
        if words.count == 1, let format = simple[words[0]] {
            self = format
        } else if words.first == "money" {
            self = .money(try Self.currency(words.dropFirst(), in: text))
        } else if words.first == "ordinal" || words.first == "count" {
            throw .laterFormat(text)
        } else {
            throw .unknownFormat(text)
        }
    }

    private static func currency(_ words: ArraySlice<Substring>, in text: String) throws(TemplateError) -> String {
        guard words.count == 1, let code = words.first, code.utf8.count == 3,
            code.utf8.allSatisfy({ (65...90).contains($0) })
        else { throw .badCurrency(text) }
        return String(code)
    }
}

/// The shape of a language pack's JSON file. `LanguagePack` is made of it once everything in it was checked.
struct PackFile: Decodable {
    let language: String
    let voice: Voice
    let plural: PluralRule
    let phrases: [String: Phrase]
    let words: Words
    let articles: [String]
    let keys: [String: String]
    let symbols: [String: String]
    let calendar: Calendar
    let clock: Clock
    let numbers: Numbers
    let duration: Duration
    let money: Money

    struct Voice: Decodable {
        let voice: String
        let speed: Int
        let gap: Int
    }

    /// One text, or one for each plural form of the placeholder `count`.
    enum Phrase {
        case text(String)
        case counted(count: String, forms: [PluralRule.Category: String])
    }

    struct Words: Decodable {
        let `operator`: String
        let anonymous: String
        let minus: String
        let and: String
        let upTo: String
    }

    struct Calendar: Decodable {
        let today: String
        let tomorrow: String
        let weekdays: [String]
        let onWeekdays: [String]
        let months: [String]
        let days: [String]
        let onDays: [String]?
        let date: String
        let onDate: String
        let moment: String
        let deadline: String
        let untilDay: String
    }

    struct Clock: Decodable {
        let time: Form
        let at: Form
        let until: Form
        let by: Form

        /// What is absent is that of `time`.
        struct Form: Decodable {
            let hours: [String]?
            let hoursWith: [String]?
            let minutes: [String]?
            let whole: String?
            let full: String?
        }
    }

    struct Numbers: Decodable {
        let decimal: String
        /// Whether the digits after the decimal mark are said one by one.
        let spacedFraction: Bool?
        /// The numbers from 0 in words, as far as figures are read wrong.
        let cardinals: [String]
        /// 100, 200 … 900 in words; what is absent is said in figures.
        let hundreds: [String]?
        /// Thousands and more, counted like words, the smallest first.
        let steps: [Step]?
        /// Chinese numerals, from 100 on.
        let myriads: Myriads?
        /// Digits that are named otherwise in telephone numbers and the like than as keys.
        let digits: [String: String]?
        let genders: [String: Gender]

        /// Whether plain numbers are said in words.
        var isInWords: Bool { hundreds != nil || steps != nil || myriads != nil }

        struct Gender: Decodable {
            let exact: [String: String]
            let lastTwo: [String: String]
        }
    }

    /// A power of ten that is counted like a word.
    struct Step: Decodable {
        let size: Int
        let unit: Unit
    }

    /// Numerals in groups of four digits.
    struct Myriads: Decodable {
        /// 0 to 9.
        let digits: [String]
        /// Two before hundreds, thousands and more.
        let two: String
        /// What follows a digit of the group: nothing, ten, hundred, thousand.
        let places: [String]
        /// What follows a group: nothing, ten thousand, a hundred million …
        let groups: [String]
    }

    struct Unit: Decodable {
        let gender: String?
        let forms: [String: String]
    }

    struct Duration: Decodable {
        let join: String
        let days: Unit
        let hours: Unit
        let minutes: Unit
        let seconds: Unit
    }

    struct Money: Decodable {
        let join: String
        let currencies: [String: Currency]

        struct Currency: Decodable {
            let whole: Unit
            let part: Unit?
        }
    }
}

extension PackFile.Phrase: Decodable {
    private enum CodingKeys: CodingKey { case count }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
            return
        }
        let count = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .count)
        let container = try decoder.container(keyedBy: PluralRule.Category.self)
        var forms: [PluralRule.Category: String] = [:]
        for category in container.allKeys { forms[category] = try container.decode(String.self, forKey: category) }
        self = .counted(count: count, forms: forms)
    }
}

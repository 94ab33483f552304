/// Which of Asterisk's own sounds make up a spoken number, date or word (English, say.c). Only their number and length
/// matter here.
enum SpokenSounds {
    /// A word of the core sounds where no file tells its length: measured over SAY DIGITS, NUMBER and ALPHA.
    static let usualLength: Duration = .milliseconds(820)

    /// `42` → `digits/40`, `digits/2`.
    static func number(_ number: Int) -> [String] {
        if number < 0 { return ["digits/minus"] + Self.number(-number) }
        if number <= 20 { return ["digits/\(number)"] }
        for (unit, name) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")]
        where number >= unit {
            let rest = number % unit
            return Self.number(number / unit) + ["digits/\(name)"] + (rest > 0 ? Self.number(rest) : [])
        }
        let tens = ["digits/\(number / 10 * 10)"]
        return number % 10 == 0 ? tens : tens + ["digits/\(number % 10)"]
    }

    /// Each digit; `*`, `#` and `-` have names.
    static func digits(_ text: String) -> [String] {
        text.compactMap { character in
            switch character {
            case "*": "digits/star"
            case "#": "digits/pound"
            case "-": "digits/minus"
            case _ where character.isASCII && character.isNumber: "digits/\(character)"
            default: nil
            }
        }
    }

    /// Each letter, digit and sign.
    static func letters(_ text: String) -> [String] {
        text.lowercased().map { $0.isNumber ? "digits/\($0)" : "letters/\($0)" }
    }

    /// Each letter by its word: alpha, bravo.
    static func phonetic(_ text: String) -> [String] {
        text.lowercased().map { $0.isNumber ? "digits/\($0)" : "phonetic/\($0)_p" }
    }

    /// Weekday, month, day, and the year in two or three words.
    static let date = ["digits/day-0", "digits/mon-0", "digits/h-1", "digits/20", "digits/20", "digits/6"]
    /// Hour, minutes, a.m. or p.m.
    static let time = ["digits/10", "digits/20", "digits/5", "digits/a-m"]
}

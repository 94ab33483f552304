/// How a language chooses the form of a counted word (Unicode CLDR, "Language Plural Rules", whole numbers only).
enum PluralRule: String, Sendable, Decodable {
    /// One form for all numbers: Chinese, Indonesian.
    case none
    /// 1 and the rest: English, German, Spanish.
    case one
    /// 0 and 1, and the rest: French.
    case zeroOne = "zero-one"
    /// 1; 2–4 but not 12–14; the rest: Polish.
    case polish
    /// 1, 21, 31 … but not 11; 2–4 but not 12–14; the rest: Russian.
    case russian

    /// A form of a word, as packs name them.
    enum Category: String, Sendable, CodingKey, CaseIterable { case one, few, many, other }

    /// The form for a number.
    func category(of number: Int) -> Category {
        let number = abs(number)
        let isFew = (2...4).contains(number % 10) && !(12...14).contains(number % 100)
        return switch self {
        case .none: .other
        case .one: number == 1 ? .one : .other
        case .zeroOne: number <= 1 ? .one : .other
        case .polish: number == 1 ? .one : isFew ? .few : .many
        case .russian: number % 10 == 1 && number % 100 != 11 ? .one : isFew ? .few : .many
        }
    }

    /// The forms that a pack of this rule must give.
    var categories: Set<Category> {
        switch self {
        case .none: [.other]
        case .one, .zeroOne: [.one, .other]
        case .polish, .russian: [.one, .few, .many]
        }
    }
}

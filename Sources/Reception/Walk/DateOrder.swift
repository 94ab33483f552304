import MenuFile

/// In which order people of a country write the parts of a date, and so key them in (Unicode CLDR, short dates).
enum DateOrder: Sendable, Hashable {
    case dayMonthYear
    case monthDayYear
    case yearMonthDay

    /// The order of a country of two capital letters; most of the world begins with the day.
    init(country: String) {
        switch country {
        case "US", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW", "PH": self = .monthDayYear
        case "CN", "TW", "JP", "KR", "KP", "MN", "HU", "LT", "SE", "CA": self = .yearMonthDay
        default: self = .dayMonthYear
        }
    }

    /// The day that eight digits mean, or six: then the year has two, and is the one from ninety years back to nine
    /// years ahead. Nil when there is no such day.
    func date(of digits: String, thisYear: Int) -> CivilDate? {
        let years = digits.utf8.count - 4
        guard years == 4 || years == 2, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let counts =
            switch self {
            case .dayMonthYear, .monthDayYear: [2, 2, years]
            case .yearMonthDay: [years, 2, 2]
            }
        var rest = digits[...]
        let numbers = counts.compactMap { count -> Int? in
            defer { rest = rest.dropFirst(count) }
            return Int(rest.prefix(count))
        }
        guard numbers.count == 3 else { return nil }
        let (year, month, day) =
            switch self {
            case .dayMonthYear: (numbers[2], numbers[1], numbers[0])
            case .monthDayYear: (numbers[2], numbers[0], numbers[1])
            case .yearMonthDay: (numbers[0], numbers[1], numbers[2])
            }
        return CivilDate(year: years == 4 ? year : Self.full(year, thisYear), month: month, day: day)
    }

    private static func full(_ year: Int, _ thisYear: Int) -> Int {
        let latest = thisYear + 9
        let guess = latest - latest % 100 + year
        return guess > latest ? guess - 100 : guess
    }
}

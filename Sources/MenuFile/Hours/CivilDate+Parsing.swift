extension CivilDate {
    /// A day written as `2026-03-05`: exactly four, two and two digits; nil for anything else, also for 30 February.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 3, let year = decimal(fields[0], digits: 4...4),
            let month = decimal(fields[1], digits: 2...2), let day = decimal(fields[2], digits: 2...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Easter Sunday of the western churches in a year, by the anonymous Gregorian algorithm (Meeus, Astronomical
    /// Algorithms, chapter 8).
    public static func easter(of year: Int) -> CivilDate {
        let golden = year % 19
        let century = year / 100
        let yearOfCentury = year % 100
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        let march = CivilDate(dayNumber: days(beforeMarchOf: year))
        return march.adding(days: (sum / 31 - 3) * 31 + sum % 31)
    }

    private static func days(beforeMarchOf year: Int) -> Int {
        (CivilDate(year: year, month: 3, day: 1) ?? CivilDate(dayNumber: 0)).dayNumber
    }
}

/// A number of ASCII digits only, so many of them; nil for anything else.
func decimal(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    let bytes = text.utf8
    guard digits.contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
}

extension DayKey {
    /// Whether the day is one of these.
    public func contains(_ date: CivilDate) -> Bool {
        switch self {
        case .everyDay: true
        case .weekdays(let first, let last):
            (date.weekday.rawValue - first.rawValue + 7) % 7 <= (last.rawValue - first.rawValue + 7) % 7
        case .date(let day): day == date
        case .dates(let first, let last): first <= date && date <= last
        case .yearly(let month, let day): (date.month, date.day) == (month, day)
        case .easter(let days): Self.isEaster(date.adding(days: -days))
        }
    }

    /// Which of the levels of §3.5 decides: the smaller comes first.
    var level: Level {
        switch self {
        case .date, .dates: .exact
        case .yearly, .easter: .yearly
        case .everyDay, .weekdays: .weekly
        }
    }

    /// How many days it speaks of: within one level the narrowest key wins. `every day` is wider than any range.
    var width: Int {
        switch self {
        case .everyDay: 8
        case .weekdays(let first, let last): (last.rawValue - first.rawValue + 7) % 7 + 1
        case .dates(let first, let last): last.dayNumber - first.dayNumber + 1
        case .date, .yearly, .easter: 1
        }
    }

    /// A level of §3.5; `holidays` stands between `yearly` and `weekly`.
    enum Level { case exact, yearly, weekly }

    private static func isEaster(_ date: CivilDate) -> Bool {
        (3...4).contains(date.month) && date == .easter(of: date.year)
    }
}

/// One schedule of `hours`.
public struct Schedule: Sendable {
    /// Its name; a single schedule is called `office`.
    public let name: String
    /// The rules by day, in the order of the file.
    public let rules: [ScheduleRule]
    /// What a day listed in the file's `holidays` means for this schedule.
    public let holidays: HolidayRule

    /// A schedule.
    public init(name: String, rules: [ScheduleRule], holidays: HolidayRule = .closed) {
        self.name = name
        self.rules = rules
        self.holidays = holidays
    }
}

/// One line of a schedule: these days are open so.
public struct ScheduleRule: Sendable, Hashable {
    /// Which days.
    public let day: DayKey
    /// When they are open.
    public let spans: DaySpans

    /// A rule.
    public init(day: DayKey, spans: DaySpans) {
        self.day = day
        self.spans = spans
    }
}

/// The schedule's `holidays` value.
public enum HolidayRule: Sendable, Hashable {
    /// Closed on holidays; the default.
    case closed
    /// A holiday is an ordinary weekday.
    case ignore
    /// Open so on holidays.
    case spans(DaySpans)
}

extension HolidayRule {
    /// Reads "closed", "ignore", or spans as of a day.
    ///
    /// - Throws: `badTime` with the part that cannot be read.
    public init(_ text: String) throws(HoursError) {
        switch text {
        case "closed": self = .closed
        case "ignore": self = .ignore
        default: self = .spans(try DaySpans(text))
        }
    }
}

/// One entry of the file's `holidays`.
public struct Holiday: Sendable, Hashable {
    /// When: a date, a range of dates, a yearly day or one reckoned from Easter.
    public let day: DayKey
    /// What it is called.
    public let name: String

    /// A holiday.
    public init(day: DayKey, name: String) {
        self.day = day
        self.name = name
    }
}

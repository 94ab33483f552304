/// Which days a rule of the hours speaks of (§3.5).
public enum DayKey: Sendable, Hashable {
    /// `every day`.
    case everyDay
    /// `mon`, `mon-fri`, `fri-mon` (which wraps): from the first to the last, both included.
    case weekdays(Weekday, Weekday)
    /// `2026-12-24`.
    case date(CivilDate)
    /// `2026-08-03..2026-08-07`, both included.
    case dates(CivilDate, CivilDate)
    /// `12-24` of every year.
    case yearly(month: Int, day: Int)
    /// So many days after Easter Sunday of the western churches, or before it when negative.
    case easter(Int)
}

extension DayKey {
    /// Reads a day key as the file has it. The key `holidays` is none: it is the schedule's `HolidayRule`.
    ///
    /// - Throws: `badKey` when it is no day key, `badDate` when it is one of a day that does not exist or a range
    ///   that runs backwards.
    public init(_ text: String) throws(HoursError) {
        if text == "every day" {
            self = .everyDay
        } else if let weekdays = Self.weekdays(in: text) {
            self = weekdays
        } else if text.hasPrefix("easter") {
            self = try Self.easter(in: text)
        } else if let dots = Self.halves(of: text, between: "..") {
            self = try Self.dates(in: text, from: dots.0, to: dots.1)
        } else {
            self = try Self.day(in: text)
        }
    }

    /// Whether it names dates, as the keys of `holidays` must, and not weekdays.
    public var isDate: Bool {
        switch self {
        case .everyDay, .weekdays: false
        case .date, .dates, .yearly, .easter: true
        }
    }

    private static func weekdays(in text: String) -> DayKey? {
        if let day = Weekday(key: text) { return .weekdays(day, day) }
        guard let ends = halves(of: text, between: "-"), let first = Weekday(key: ends.0),
            let last = Weekday(key: ends.1)
        else { return nil }
        return .weekdays(first, last)
    }

    private static func easter(in text: String) throws(HoursError) -> DayKey {
        let rest = text.dropFirst("easter".count).filter { $0 != " " }
        if rest.isEmpty { return .easter(0) }
        guard let sign = rest.first, sign == "+" || sign == "-" else { throw .badKey(text) }
        guard let days = decimal(rest.dropFirst(), digits: 1...3) else { throw .badKey(text) }
        guard days <= 250 else { throw .badDate(text) }
        return .easter(sign == "+" ? days : -days)
    }

    private static func dates(in text: String, from: Substring, to: Substring) throws(HoursError) -> DayKey {
        guard hasForm(from, "dddd-dd-dd"), hasForm(to, "dddd-dd-dd") else { throw .badKey(text) }
        guard let first = CivilDate(from), let last = CivilDate(to), first <= last else { throw .badDate(text) }
        return .dates(first, last)
    }

    private static func day(in text: String) throws(HoursError) -> DayKey {
        if hasForm(text, "dddd-dd-dd") {
            guard let date = CivilDate(text) else { throw .badDate(text) }
            return .date(date)
        }
        guard hasForm(text, "dd-dd") else { throw .badKey(text) }
        // 2024 is a leap year: 02-29 is a yearly day, one that most years do not have.
        guard let date = CivilDate("2024-" + text) else { throw .badDate(text) }
        return .yearly(month: date.month, day: date.day)
    }

    private static func hasForm(_ text: some StringProtocol, _ form: String) -> Bool {
        text.count == form.count
            && zip(text, form).allSatisfy { $1 == "d" ? $0.isASCII && $0.isNumber : $0 == $1 }
    }

    private static func halves(of text: String, between mark: String) -> (Substring, Substring)? {
        let halves = text.split(separator: mark, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        return (trimmed(halves[0]), trimmed(halves[1]))
    }
}

/// A text without the blanks at its ends.
func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
}

/// Why a day key, a date or a time of the hours cannot be read. Each case holds the text as it was written.
public enum HoursError: Error, Equatable, Sendable {
    /// No day key: neither a weekday, a range of them, `every day`, a date, a range of dates, MM-DD nor `easter±n`.
    case badKey(String)
    /// It has the form of a date, but there is no such day, or a range of dates runs backwards.
    case badDate(String)
    /// No time of day or span of times.
    case badTime(String)
}

extension HoursError: CustomStringConvertible {
    /// What was expected, in one line.
    public var description: String {
        switch self {
        case .badKey(let text):
            "\"\(text)\" is no day: expected mon…sun, a range like mon-fri, \"every day\", 2026-12-24, "
                + "2026-08-03..2026-08-07, 12-24 or easter+1"
        case .badDate(let text):
            "\"\(text)\" is no date: expected an existing day as 2026-12-24, or a range whose end is not before its start"
        case .badTime(let text):
            "\"\(text)\" is no time: expected spans like \"8:00-12:30, 13:00-17:00\", \"all day\" or \"closed\""
        }
    }
}

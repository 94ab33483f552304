/// A value that a template puts into a sentence.
public enum TextValue: Sendable, Hashable {
    /// Text, from wherever; a format reads it ("2026-03-05" with `date`, "09:20" with `time`, seconds with `duration`).
    case text(String)
    /// A whole number.
    case number(Int)
    /// A day.
    case date(CivilDate)
    /// A time of day by the 24-hour clock.
    case time(hour: Int, minute: Int)
    /// A length of time.
    case duration(Duration)

    /// The value as text without any format: ISO forms, whole seconds.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .date(let date): "\(date)"
        case .time(let hour, let minute): twoDigits(hour) + ":" + twoDigits(minute)
        case .duration(let duration): "\(duration.components.seconds)"
        }
    }
}

/// A day of the week, Monday first.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    /// The days, from 0.
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday of a day number (days since 1970-01-01, a Thursday).
    public init(dayNumber: Int) {
        let index = (dayNumber + 3) % 7
        self = Self.allCases[index < 0 ? index + 7 : index]
    }

    /// The word of the menu language: `mon` … `sun`; nil for anything else.
    public init?(key: some StringProtocol) {
        guard let day = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = day
    }

    /// The word of the menu language.
    public var key: String { String(englishName.prefix(3)).lowercased() }

    /// The English name, for explanations.
    public var englishName: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}

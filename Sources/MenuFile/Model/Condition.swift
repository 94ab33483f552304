/// A condition of `when` (§3.6).
public indirect enum Condition: Sendable {
    /// `open`: the schedule is open now. Nil stands for `office`.
    case open(schedule: String?)
    /// `closed`: the schedule is closed now. Nil stands for `office`.
    case closed(schedule: String?)
    /// `holiday`: today is one.
    case holiday
    /// `anonymous`: the number is withheld.
    case anonymous
    /// The caller is on one of these lists or matches one of these patterns.
    case caller(lists: [String], patterns: [String])
    /// The dialled number matches one of these patterns.
    case called(patterns: [String])
    /// The call speaks one of these languages.
    case language([String])
    /// The notice is on.
    case notice(String)
    /// Earlier calls of the same local day; `called-today` is at least one.
    case callsToday(Comparison)
    /// This percentage of calls, by a hash of the call's id.
    case share(Double)
    /// A variable has a value.
    case variable(String, VariableTest)
    /// At least one holds.
    case any([Condition])
    /// All hold.
    case all([Condition])
    /// It does not hold.
    case not(Condition)

    /// A comparison with a number.
    public struct Comparison: Sendable, Hashable {
        /// <, <=, >, >= or =.
        public let sign: String
        /// The number.
        public let number: Double
    }

    /// What is asked of a variable.
    public enum VariableTest: Sendable, Hashable {
        /// It has one of these values.
        case values([String])
        /// It has any value.
        case present
        /// It has none.
        case missing
        /// It has another value.
        case notValue(String)
        /// It is a number that compares so.
        case compares(Comparison)
    }
}

/// How a command begins.
enum Start: Sendable {
    /// It is done at once.
    case done(Outcome)
    /// It takes time.
    case runs(any Activity)
    /// Its arguments are wrong: 520.
    case usage

    /// `200 result=R`.
    static func result(_ result: some CustomStringConvertible, _ tail: String = "", failed: Bool = false) -> Start {
        .done(.result(result, tail, failed: failed))
    }

    /// `200 result=1 (value)` or `200 result=0`.
    static func value(_ value: String?) -> Start { .done(.value(value)) }
}

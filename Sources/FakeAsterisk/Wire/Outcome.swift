/// What a command comes to: the lines of its reply, and whether Asterisk counts it as failed (AGISTATUS).
struct Outcome: Sendable, Equatable {
    /// The reply; empty when Asterisk says nothing at all, as for an aborted prompt.
    var lines: [String]
    /// Whether the handler returned RESULT_FAILURE.
    var isFailure = false

    /// `200 result=R` and what follows it.
    static func result(_ result: some CustomStringConvertible, _ tail: String = "", failed: Bool = false) -> Outcome {
        Outcome(lines: ["200 result=\(result)" + (tail.isEmpty ? "" : " " + tail)], isFailure: failed)
    }

    /// `200 result=1 (value)`, or `200 result=0` when there is none.
    static func value(_ value: String?) -> Outcome {
        value.map { .result(1, "(\($0))") } ?? .result(0)
    }

    /// No reply.
    static let silence = Outcome(lines: [])
    /// A command Asterisk does not know.
    static let unknown = Outcome(lines: ["510 Invalid or unknown command"])
    /// A command that needs a live channel.
    static let dead = Outcome(lines: ["511 Command Not Permitted on a dead channel or intercept routine"])
}

import Foundation

/// A telephone call that is to be placed: who calls what, what the caller does, and what the telephones do that ring.
struct Call: Sendable {
    /// The menu that the line's dialplan asks for: the extension of the context `attendant`.
    var menu = "reception"
    var name = "J Smith"
    /// The caller's number; with `hidden` it is there, but its presentation is restricted.
    var number = "+447700900001"
    var hidden = false
    /// The number that was dialled.
    var dialled = "5550100"
    /// What the caller does, in order; then the caller hangs up.
    var steps: [CallerStep] = []
    /// What the telephones do; one that is not named is out of order.
    var telephones: [String: Telephone] = [:]
    /// Further channel variables of the line, such as `ATTENDANT_FALLBACK`.
    var variables: [String: String] = [:]
    /// How long the call may take before the test gives up.
    var limit: Duration = .seconds(60)
}

/// What a telephone does when it rings.
enum Telephone: Sendable, Equatable {
    /// Seconds of ringing, then of talking; then this telephone hangs up.
    case answers(after: Double = 0.5, talks: Double = 1)
    case busy(after: Double = 0.3)
    case neverAnswers
    case rejects

    /// As the bed's dialplan reads it.
    var role: String {
        switch self {
        case .answers(let rings, let talks): "answer:\(rings):\(talks)"
        case .busy(let rings): "busy:\(rings)"
        case .neverAnswers: "no-answer"
        case .rejects: "reject"
        }
    }
}

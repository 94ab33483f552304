/// What follows from an outcome: the end of the request, or another attempt. Pure; the table of causes stands here alone.
enum RetryMatrix {
    /// What follows.
    enum Move: Equatable {
        /// It is over.
        case ends(CallbackStatus)
        /// Another attempt after so long; whether the one that was counts as a try of the caller's number.
        case again(after: Duration, counts: Bool)
    }

    /// A busy line is tried again after this part of `every`, but not sooner than `soonest`.
    static let busyPart = 5
    /// No attempt begins sooner than this after the one before.
    static let soonest = Duration.seconds(60)
    /// So often a failing network is tried in one round.
    static let failuresAllowed = 2

    /// - Parameters:
    ///   - tries: tries of this round, this one counted.
    ///   - failures: those among them that failed in the network, this one counted.
    ///   - allowed: `attempts` of the list.
    ///   - every: `every` of the list.
    static func move(
        after outcome: CallbackOutcome, tries: Int, failures: Int, allowed: Int, every: Duration
    ) -> Move {
        switch outcome {
        case .talked, .settled: .ends(.done)
        case .invalid: .ends(.invalid)
        case .later, .notCalled: .again(after: every, counts: false)
        case .busy where tries >= allowed: .ends(.busy)
        case .busy: .again(after: min(every, max(soonest, every / busyPart)), counts: true)
        case .noAnswer where tries >= allowed: .ends(.noAnswer)
        case .noAnswer: .again(after: every, counts: true)
        case .failed where tries >= allowed || failures >= failuresAllowed: .ends(.failed)
        case .failed: .again(after: every, counts: true)
        }
    }
}

/// Why a process that speaks is given up.
enum WorkerFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// It could not be started, in the system's words.
    case cannotStart(String)
    /// It closed its end: it crashed, or somebody ended it.
    case ended
    /// It did not answer in time.
    case overdue(Duration)
    /// It sent what no worker sends.
    case malformed(String)

    var description: String {
        switch self {
        case .cannotStart(let words): "could not be started: \(words)"
        case .ended: "ended while it spoke"
        case .overdue(let time): "did not answer within \(time)"
        case .malformed(let what): "sent \(what)"
        }
    }
}

/// What GET DATA gathered.
public enum GetDataResult: Sendable, Equatable {
    /// The caller pressed `#`, which is not among the keys, or as many keys as were asked for. `#` alone gives no keys.
    case complete(digits: String)
    /// The time was up; the keys so far, perhaps none.
    case timedOut(digits: String)
    /// -1: the caller has hung up, or the sound is missing. `channelStatus()` tells which.
    case failed

    /// The keys, perhaps none.
    public var digits: String {
        switch self {
        case .complete(let digits), .timedOut(let digits): digits
        case .failed: ""
        }
    }

    /// Reads the reply; nil when it is none of GET DATA.
    init?(_ reply: Reply) {
        let value = reply.value
        if value == "-1" {
            self = .failed
        } else if value.allSatisfy({ DTMFKey($0) != nil }) {
            self = reply.hasWord("timeout") ? .timedOut(digits: value) : .complete(digits: value)
        } else {
            return nil
        }
    }
}

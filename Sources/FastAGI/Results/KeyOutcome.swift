/// How a command ended that a key may end.
public enum KeyOutcome: Sendable, Equatable {
    /// The caller pressed a key that was waited for.
    case key(DTMFKey)
    /// The sound played to its end, or the time was up, without a key.
    case noKey
    /// -1: the caller has hung up, or Asterisk could not do it (a sound that is missing). `channelStatus()` tells which.
    case failed

    /// The key, nil when there was none.
    public var key: DTMFKey? {
        guard case .key(let key) = self else { return nil }
        return key
    }

    /// Reads the number behind `result=`: the key's ASCII code, 0 or -1. Nil for any other.
    init?(result: Int?) {
        switch result {
        case 0: self = .noKey
        case -1: self = .failed
        case let code?:
            guard let key = UInt8(exactly: code).flatMap(DTMFKey.init(rawValue:)) else { return nil }
            self = .key(key)
        case nil: return nil
        }
    }
}

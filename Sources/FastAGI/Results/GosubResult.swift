/// How a dialplan subroutine ended.
public enum GosubResult: Sendable, Equatable {
    /// It returned.
    case completed
    /// It ended without `Return`.
    case abnormalExit
    /// There is no such place in the dialplan.
    case labelNotFound
    /// It could not be begun.
    case failed

    /// Reads the reply; nil when it is none of GOSUB. The words count, for the number is the subroutine's last one.
    init?(_ reply: Reply) {
        let note = reply.note
        if note.hasPrefix("Gosub complete") {
            self = note.hasSuffix("(abnormal exit)") ? .abnormalExit : .completed
        } else if note == "Gosub label not found" {
            self = .labelNotFound
        } else if note.hasPrefix("Gosub failed") {
            self = .failed
        } else {
            return nil
        }
    }
}

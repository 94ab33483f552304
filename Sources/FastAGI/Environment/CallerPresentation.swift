/// Whether the caller lets their number be shown (`agi_callingpres`, masked with 0x60 as in Asterisk's callerid.h).
///
/// A restricted number may still be in `callerID`, for it comes from a trusted trunk: treat it as withheld.
public enum CallerPresentation: Sendable, Equatable {
    /// The number may be shown.
    case allowed
    /// The caller withholds it.
    case restricted
    /// There is none to show.
    case unavailable

    private static let mask = 0x60

    /// Reads the number of `agi_callingpres`. Both bits at once is a reserved value and counts as restricted: a number
    /// is rather hidden once too often than shown once too often.
    public init(callingPres: Int) {
        switch callingPres & Self.mask {
        case 0x00: self = .allowed
        case 0x40: self = .unavailable
        default: self = .restricted
        }
    }
}

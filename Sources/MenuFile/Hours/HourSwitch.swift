public import Foundation

/// A schedule switched by hand while the program runs; it stands over everything that the file says.
public struct HourSwitch: Sendable, Hashable {
    /// Whether it was switched open, or closed.
    public let isOpen: Bool
    /// When the file's hours count again; nil: not until it is switched back.
    public let until: Date?

    /// A switch.
    public init(isOpen: Bool, until: Date? = nil) {
        self.isOpen = isOpen
        self.until = until
    }
}

/// Whether a schedule is open at a moment, and why.
public struct HoursState: Sendable, Hashable {
    /// Whether it is open.
    public let isOpen: Bool
    /// When that changes; nil: not within the days that are looked ahead.
    public let until: Date?
    /// The next opening: when open, the one after this span; nil: none within the days that are looked ahead.
    public let nextOpening: Date?
    /// The reason in English: "closed because 2026-12-25 is a holiday (Christmas Day)".
    public let why: String
    /// The name of the holiday that falls on this day, whatever the schedule makes of it.
    public let holiday: String?
}

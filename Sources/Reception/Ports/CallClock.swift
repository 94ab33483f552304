public import Foundation

/// Time, as a walk sees it: real for calls, virtual in rehearsals.
public protocol CallClock: Sendable {
    /// The calendar's time.
    var now: Date { get }

    /// Time since some fixed moment; never goes back, whatever the calendar does.
    var uptime: Duration { get }
}

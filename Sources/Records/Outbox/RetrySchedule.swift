public import Foundation

/// When something that could not be told is tried again.
public enum RetrySchedule {
    /// It is given up so long after it was put into the outbox (menu-format §4.4).
    public static let givenUpAfter = Duration.seconds(24 * 3600)
    /// The first wait; each next one is twice as long.
    public static let firstWait = Duration.seconds(60)
    /// The longest wait.
    public static let longestWait = Duration.seconds(3600)

    /// The next attempt after `attempt` failed ones: after 1, 2, 4… minutes, at most an hour; nil when it would be later
    /// than `givenUpAfter`.
    public static func retryAt(attempt: Int, created: Date, now: Date) -> Date? {
        let doublings = min(max(attempt - 1, 0), 16)
        let wait = min(firstWait * (1 << doublings), longestWait)
        let next = now.addingTimeInterval(wait.seconds)
        return next <= created.addingTimeInterval(givenUpAfter.seconds) ? next : nil
    }
}

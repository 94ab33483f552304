public import Foundation
public import Records

/// Lets time do its work on the records while a server runs: requests become due and expire, what is older than it is
/// kept is removed, once a day, and calls that a killed server left open are closed. Never on a call's path.
public struct RecordsHousekeeper: Sendable {
    /// So often requests are looked at.
    public static let interval = Duration.seconds(30)
    /// So often old rows are looked for; the first time a while after the start, when sounds and menus are done.
    public static let removalInterval = Duration.seconds(86_400)
    /// See `removalInterval`.
    public static let firstRemoval = Duration.seconds(300)

    /// What came of it, for the log.
    public enum Event: Sendable, Equatable {
        /// Old rows and files were removed.
        case removed(Forgotten)
        /// So many calls were closed that a killed server had left open.
        case lost(Int)
        /// The records could not be written, with the words; told once until it works again.
        case failed(String)
    }

    private let records: Records
    private let keepDays: Int
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date
    private let onEvent: @Sendable (Event) -> Void

    /// - Parameters:
    ///   - keepDays: how long calls, closed requests and messages are kept; 0: for ever.
    ///   - clock: for waits.
    ///   - now: the calendar's time.
    ///   - onEvent: told of what the log should say.
    public init(
        records: Records, keepDays: Int, clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() }, onEvent: @escaping @Sendable (Event) -> Void
    ) {
        self.records = records
        self.keepDays = keepDays
        self.clock = clock
        self.now = now
        self.onEvent = onEvent
    }

    /// Works until its task is cancelled.
    public func run() async {
        var untilRemoval = Self.firstRemoval
        let start = now()
        var knowsLost = false
        var isFailing = false
        while !Task.isCancelled {
            do throws(RecordsError) {
                if !knowsLost { knowsLost = try await closeLost(before: start) }
                _ = try await records.claimDue(now: now(), by: "", lists: [])
                if untilRemoval <= .zero {
                    try await removeOld()
                    untilRemoval = Self.removalInterval
                }
                isFailing = false
            } catch {
                if !isFailing && !Task.isCancelled { onEvent(.failed("\(error)")) }
                isFailing = true
            }
            do { try await clock.sleep(for: Self.interval) } catch { return }
            untilRemoval -= Self.interval
        }
    }

    /// - Returns: whether it was done; another server that still ends its own calls is waited for.
    private func closeLost(before start: Date) async throws(RecordsError) -> Bool {
        guard let count = try await records.closeLost(before: start) else { return false }
        if count > 0 { onEvent(.lost(count)) }
        return true
    }

    private func removeOld() async throws(RecordsError) {
        guard keepDays > 0 else { return }
        let removed = try await records.removeOlder(than: now().addingTimeInterval(-Double(keepDays) * 86_400))
        if !removed.isEmpty { onEvent(.removed(removed)) }
    }
}

public import Foundation

/// The hours of one schedule as they are in force: with the holidays of the file, in its time zone, and with a
/// run-time switch where one was set (§3.5).
///
/// A value: asking costs no input or output and holds nothing. Spans are compared with the wall clock, so a time
/// skipped in spring begins at the first instant after the gap, and a repeated hour of autumn counts both times.
public struct OfficeHours: Sendable {
    /// The schedule.
    public let schedule: Schedule
    /// The file's holidays.
    public let holidays: [Holiday]
    /// The zone whose wall clock counts.
    public let timeZone: TimeZone
    /// The run-time switch; nil: none was set.
    public let hourSwitch: HourSwitch?

    /// How many days openings are looked for.
    public static let horizon = 370

    /// Hours in force.
    public init(
        schedule: Schedule, holidays: [Holiday] = [], timeZone: TimeZone, switch hourSwitch: HourSwitch? = nil
    ) {
        self.schedule = schedule
        self.holidays = holidays
        self.timeZone = timeZone
        self.hourSwitch = hourSwitch
    }

    /// Whether it is open at a moment, until when, why, and when it opens next.
    public func state(at date: Date) -> HoursState {
        let now = ZoneClock.seconds(of: date)
        let isOpen = isOpen(at: now)
        let until = nextChange(after: now)
        let opening = isOpen ? until.flatMap { nextChange(after: $0) } : until
        return HoursState(
            isOpen: isOpen, until: until.map(Self.date), nextOpening: opening.map(Self.date),
            why: (isOpen ? "open because " : "closed because ") + reason(at: now), holiday: holiday(at: date))
    }

    /// Whether it is open at a moment; cheaper than the whole state.
    public func isOpen(at date: Date) -> Bool { isOpen(at: ZoneClock.seconds(of: date)) }

    /// The name of the holiday that falls on the local day of a moment, whatever the schedule makes of it.
    public func holiday(at date: Date) -> String? {
        holidays.holiday(on: LocalDateTime(at: date, in: timeZone).date)?.name
    }

    /// Whether the file's hours, without any switch, are open at some time in the 370 days from a moment.
    public func isEverOpen(from date: Date) -> Bool {
        let hours = OfficeHours(schedule: schedule, holidays: holidays, timeZone: timeZone)
        let now = ZoneClock.seconds(of: date)
        return hours.isOpen(at: now) || hours.nextChange(after: now) != nil
    }

    private static func date(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}

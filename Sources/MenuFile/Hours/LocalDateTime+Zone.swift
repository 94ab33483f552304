public import Foundation

extension LocalDateTime {
    /// What a clock on the wall of that time zone shows at an instant, with the offset then in force.
    public init(at instant: Date, in timeZone: TimeZone) {
        self = ZoneClock(timeZone).wall(at: ZoneClock.seconds(of: instant))
    }

    /// The instant that is meant. Without an offset, a time that the zone skips is the first instant after the gap,
    /// and a time that it repeats is the first of the two (part 10).
    public func instant(in timeZone: TimeZone) -> Date {
        let wall = date.dayNumber * 86_400 + second
        let seconds = offset.map { wall - $0 } ?? ZoneClock(timeZone).instant(ofWall: wall)
        return Date(timeIntervalSince1970: Double(seconds))
    }
}

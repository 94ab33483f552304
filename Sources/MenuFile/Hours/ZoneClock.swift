import Foundation

/// Wall-clock time of a zone as whole numbers: seconds since 1970 in UTC ("instants"), and the same count read off
/// the zone's own clock ("wall"). Only the offset comes from Foundation; the calendar is `CivilDate`'s arithmetic.
struct ZoneClock: Sendable {
    private let timeZone: TimeZone

    init(_ timeZone: TimeZone) { self.timeZone = timeZone }

    /// The instant of a date, in whole seconds, rounded down. A date beyond any calendar is taken to its edge.
    static func seconds(of date: Date) -> Int {
        Int(min(max(date.timeIntervalSince1970.rounded(.down), -6e10), 2.5e11))
    }

    /// Seconds east of UTC at an instant.
    func offset(at instant: Int) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }

    /// The wall clock at an instant.
    func wall(at instant: Int) -> LocalDateTime {
        let offset = offset(at: instant)
        let (day, second) = Self.split(wall: instant + offset)
        return LocalDateTime(date: CivilDate(dayNumber: day), second: second, offset: offset)
    }

    /// The day number and the second of the day of a wall count.
    static func split(wall: Int) -> (day: Int, second: Int) {
        let second = ((wall % 86_400) + 86_400) % 86_400
        return ((wall - second) / 86_400, second)
    }

    /// The first instant after `start` with another offset, searched up to `limit`; `limit` when there is none.
    ///
    /// Looks once a day: no zone has had two changes within one.
    func endOfOffset(after start: Int, limit: Int) -> Int {
        let offset = offset(at: start)
        var low = start
        while low < limit {
            let high = min(low + 86_400, limit)
            if self.offset(at: high) != offset { return change(after: low, upTo: high) }
            low = high
        }
        return limit
    }

    /// The first instant at which the wall clock shows this, or, when it never does, the first after the gap.
    func instant(ofWall wall: Int) -> Int {
        // Offsets lie between -12 and +14 hours, so both readings, and the change between them, lie in here.
        let (early, late) = (wall - 15 * 3600, wall + 15 * 3600)
        let readings = [offset(at: early), offset(at: late)].map { wall - $0 }.sorted()
        for reading in readings where reading + offset(at: reading) == wall { return reading }
        return change(after: early, upTo: late)
    }

    /// The first instant in (low, high] whose offset is no longer that of `low`; the two must differ.
    private func change(after low: Int, upTo high: Int) -> Int {
        let offset = offset(at: low)
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if self.offset(at: middle) == offset { low = middle } else { high = middle }
        }
        return high
    }
}

/// A date and a wall-clock time, with an offset from UTC where one was given.
public struct LocalDateTime: Sendable, Hashable {
    /// The day.
    public let date: CivilDate
    /// Seconds after midnight, 0 to 86399.
    public let second: Int
    /// Seconds east of UTC; nil: whatever the time zone says.
    public let offset: Int?

    /// A date and time.
    public init(date: CivilDate, second: Int, offset: Int? = nil) {
        self.date = date
        self.second = second
        self.offset = offset
    }

    /// The hour, 0 to 23.
    public var hour: Int { second / 3600 }
    /// The minute of the hour, 0 to 59.
    public var minute: Int { second / 60 % 60 }
}

extension LocalDateTime {
    /// Reads `2026-03-03 18:00`, with a T instead of the blank, with `:SS`, and with an offset `+01:00` or `Z`.
    ///
    /// - Throws: `badDate` or `badTime` with the whole text, whichever part cannot be read.
    public init(_ text: String) throws(HoursError) {
        guard let mark = text.firstIndex(where: { $0 == " " || $0 == "T" }), let date = CivilDate(text[..<mark]) else {
            throw .badDate(text)
        }
        var time = text[text.index(after: mark)...]
        var offset: Int?
        if time.last == "Z" {
            time.removeLast()
            offset = 0
        } else if let sign = time.firstIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let amount = Self.second(of: time[time.index(after: sign)...]), amount <= 14 * 3600 else {
                throw .badTime(text)
            }
            offset = time[sign] == "+" ? amount : -amount
            time = time[..<sign]
        }
        guard let second = Self.second(of: time) else { throw .badTime(text) }
        self.init(date: date, second: second, offset: offset)
    }

    private static func second(of text: Substring) -> Int? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count) else { return nil }
        let numbers = fields.compactMap { decimal($0, digits: 2...2) }
        guard numbers.count == fields.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
            return nil
        }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// `2026-12-27T08:00:00+01:00`; without the offset when none is known.
    public var description: String {
        let clock = [hour, minute, second % 60].map(twoDigits).joined(separator: ":")
        guard let offset else { return "\(date)T\(clock)" }
        let minutes = abs(offset) / 60
        return "\(date)T\(clock)" + (offset < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
    }
}

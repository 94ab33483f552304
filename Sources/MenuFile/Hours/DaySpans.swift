/// The spans in which a day is open, as wall-clock times.
public struct DaySpans: Sendable, Hashable {
    /// The spans in the order of the file; none: closed. They may overlap: what counts is their union.
    public let spans: [Span]

    /// One span: half-open, in minutes after the midnight with which its day begins.
    public struct Span: Sendable, Hashable {
        /// The first minute, 0 to 1439.
        public let start: Int
        /// The minute after the last; more than 1440 when the span passes midnight, at most `start` + 1440.
        public let end: Int

        init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }
    }

    /// Open from midnight to midnight.
    public static let allDay = DaySpans(spans: [Span(start: 0, end: 1440)])
    /// Not open at all.
    public static let closed = DaySpans(spans: [])

    init(spans: [Span]) { self.spans = spans }

    /// Whether a span of the day holds that minute after its midnight, counted on into the next day.
    func contains(minute: Int) -> Bool { spans.contains { $0.start <= minute && minute < $0.end } }
}

extension DaySpans {
    /// Reads "8:00-12:30, 13:00-17", "all day" or "closed". An end that is not after its start lies in the next day.
    ///
    /// - Throws: `badTime` with the part that cannot be read.
    public init(_ text: String) throws(HoursError) {
        switch text {
        case "closed": self = .closed
        case "all day": self = .allDay
        default:
            var spans: [Span] = []
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                spans.append(try Span(trimmed(part)))
            }
            self.init(spans: spans)
        }
    }
}

extension DaySpans.Span {
    init(_ text: Substring) throws(HoursError) {
        let times = text.split(separator: "-", omittingEmptySubsequences: false)
        guard times.count == 2, let start = Self.minute(of: trimmed(times[0])), start < 1440,
            let end = Self.minute(of: trimmed(times[1]))
        else { throw .badTime(String(text)) }
        self.init(start: start, end: end > start ? end : end + 1440)
    }

    /// The minute of "8", "08:00", "8:00", "24:00"; nil for anything else.
    private static func minute(of text: Substring) -> Int? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let hour = fields.first.flatMap({ decimal($0, digits: 1...2) }), fields.count <= 2 else { return nil }
        guard let minute = fields.count == 2 ? decimal(fields[1], digits: 2...2) : 0 else { return nil }
        guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
        return hour * 60 + minute
    }
}

extension DaySpans: CustomStringConvertible {
    /// The spans as one would write them: "8:00-12:30, 13:00-17:00", "closed".
    public var description: String {
        if self == .allDay { return "all day" }
        return spans.isEmpty ? "closed" : spans.map(\.description).joined(separator: ", ")
    }
}

extension DaySpans.Span: CustomStringConvertible {
    /// "8:00-17:00"; the end of a span that passes midnight is the time of the next day.
    public var description: String {
        let last = end == 1440 ? 1440 : end % 1440
        return "\(start / 60):\(twoDigits(start % 60))-\(last / 60):\(twoDigits(last % 60))"
    }
}

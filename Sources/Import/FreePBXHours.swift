import MenuFile

/// A time group of FreePBX as a schedule: `09:00-17:00|mon-fri|*|*`, a line each, which are all open.
struct FreePBXHours {
    private(set) var schedule: [Item.Member] = []
    private(set) var remarks: [String] = []

    init(_ lines: [String]) {
        var spans = [[String]](repeating: [], count: 7)
        for line in lines {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard parts.count >= 4, parts[2] == "*" && parts[3] == "*", let days = Self.days(parts[1]),
                let span = Self.span(parts[0])
            else {
                remarks.append("the time \(line) is more than hours of weekdays; write it into hours")
                continue
            }
            for day in days where !spans[day].contains(span) { spans[day].append(span) }
        }
        var first = 0
        while first < 7 {
            var last = first
            while last < 6, spans[last + 1] == spans[first] { last += 1 }
            if !spans[first].isEmpty {
                let key = Self.keys[first] + (last > first ? "-" + Self.keys[last] : "")
                schedule.append(.init(key: key, value: .text(Self.joined(spans[first]))))
            }
            first = last + 1
        }
    }

    private static let keys = Weekday.allCases.map(\.key)

    private static func joined(_ spans: [String]) -> String {
        spans.contains("all day") ? "all day" : spans.joined(separator: ", ")
    }

    private static func days(_ text: String) -> [Int]? {
        if text == "*" { return Array(0..<7) }
        let ends = text.lowercased().split(separator: "-").map { keys.firstIndex(of: String($0)) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
        return (0...((last - first + 7) % 7)).map { (first + $0) % 7 }
    }

    private static func span(_ text: String) -> String? {
        let span =
            text == "*" || text == "00:00-23:59"
            ? "all day" : text.hasSuffix("-23:59") ? text.dropLast(5) + "24:00" : text
        return (try? DaySpans(span)) == nil ? nil : span
    }
}

/// A regular expression of digits, as a range or pattern of the menu language: `/^(10[01][0-9])$/` is `1000-1019`.
struct DialPattern {
    /// The key; one that no caller could press otherwise than so.
    let text: String

    /// - Returns: nil when it is more than digits, classes and counts, or its matches are no unbroken range.
    init?(_ expression: String) {
        var rest = expression.filter { !"/^$()".contains($0) }[...]
        var places: [[Int]] = []
        while let next = rest.popFirst() {
            guard let place = Self.place(next, &rest) else { return nil }
            places += Array(repeating: place, count: Self.count(&rest))
            guard (1...10).contains(places.count) else { return nil }
        }
        guard let first = places.firstIndex(where: { $0.count > 1 }) else {
            guard !places.isEmpty else { return nil }
            text = places.map { "\($0[0])" }.joined()
            return
        }
        let all = Array(0...9)
        guard places[(first + 1)...].allSatisfy({ $0 == all }), let low = places[first].first,
            let high = places[first].last, places[first] == Array(low...high)
        else { return nil }
        let prefix = places[..<first].map { "\($0[0])" }.joined()
        let width = places.count - first - 1
        if places[first] == all, first > 0 {
            text = prefix + String(repeating: "x", count: width + 1)
        } else {
            text =
                "\(prefix)\(low)\(String(repeating: "0", count: width))-\(prefix)\(high)\(String(repeating: "9", count: width))"
        }
    }

    private static func place(_ next: Character, _ rest: inout Substring) -> [Int]? {
        if next == "\\" { return rest.popFirst() == "d" ? Array(0...9) : nil }
        if let digit = next.wholeNumberValue, next.isASCII { return [digit] }
        guard next == "[", let end = rest.firstIndex(of: "]") else { return nil }
        let inside = Array(rest[..<end])
        rest = rest[rest.index(after: end)...]
        var digits: Set<Int> = []
        var index = 0
        while index < inside.count {
            guard let low = inside[index].wholeNumberValue else { return nil }
            if index + 2 < inside.count, inside[index + 1] == "-" {
                guard let high = inside[index + 2].wholeNumberValue, low <= high else { return nil }
                digits.formUnion(low...high)
                index += 3
            } else {
                digits.insert(low)
                index += 1
            }
        }
        return digits.isEmpty ? nil : digits.sorted()
    }

    private static func count(_ rest: inout Substring) -> Int {
        guard rest.first == "{", let end = rest.firstIndex(of: "}"), let count = Int(rest.dropFirst()[..<end]) else {
            return 1
        }
        rest = rest[rest.index(after: end)...]
        return (1...10).contains(count) ? count : 11
    }
}

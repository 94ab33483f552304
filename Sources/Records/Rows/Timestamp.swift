internal import Foundation

/// A moment as a row has it: UTC, ISO 8601, milliseconds, always 24 characters: "2026-03-03T17:00:00.123Z".
///
/// Texts rather than numbers, because people read these files with `sqlite3`, and such texts sort as time does.
/// Made by arithmetic: Foundation's formatter takes a hundred times as long, which a thousand steps a second would
/// feel.
enum Timestamp {
    /// The text of a moment; one outside the years 0 to 9999 becomes their edge.
    static func text(_ date: Date) -> String {
        let edges = -62_167_219_200_000.0...253_402_300_799_999.0
        let exact = (date.timeIntervalSince1970 * 1000).rounded()
        let milliseconds = Int(min(max(exact.isNaN ? 0 : exact, edges.lowerBound), edges.upperBound))
        let days = floorDivided(milliseconds, by: 86_400_000)
        let rest = milliseconds - days * 86_400_000
        let (year, month, day) = civil(days)
        let seconds = rest / 1000
        var text: [UInt8] = []
        text.reserveCapacity(24)
        append(year, 4, "-", to: &text)
        append(month, 2, "-", to: &text)
        append(day, 2, "T", to: &text)
        append(seconds / 3600, 2, ":", to: &text)
        append(seconds / 60 % 60, 2, ":", to: &text)
        append(seconds % 60, 2, ".", to: &text)
        append(rest % 1000, 3, "Z", to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The moment of a text in exactly that form, else nil.
    static func date(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, zip(bytes, "0000-00-00T00:00:00.000Z".utf8).allSatisfy(isSameKind) else { return nil }
        let fields = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19, 20..<23].map { number(bytes[$0]) }
        guard (1...12).contains(fields[1]), (1...31).contains(fields[2]) else { return nil }
        let days = daysBefore(year: fields[0], month: fields[1], day: fields[2])
        let seconds = ((days * 24 + fields[3]) * 60 + fields[4]) * 60 + fields[5]
        return Date(timeIntervalSince1970: Double(seconds) + Double(fields[6]) / 1000)
    }

    private static func isSameKind(_ byte: UInt8, _ sample: UInt8) -> Bool {
        sample == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sample
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func append(_ value: Int, _ width: Int, _ mark: Unicode.Scalar, to text: inout [UInt8]) {
        var divisor = [1, 10, 100, 1000][width - 1]
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
        text.append(UInt8(ascii: mark))
    }

    private static func floorDivided(_ value: Int, by divisor: Int) -> Int {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }

    /// Days since 1970 to the proleptic Gregorian date, and back: Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", civil_from_days and days_from_civil.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivided(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func daysBefore(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivided(year, by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

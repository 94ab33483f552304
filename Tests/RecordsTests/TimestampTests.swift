import Foundation
import Testing

@testable import Records

@Suite("Moments as texts")
struct TimestampTests {
    @Test(
        "a moment and its text are one",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_772_557_200.123, "2026-03-03T17:00:00.123Z"),
            (951_782_399.999, "2000-02-28T23:59:59.999Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
            (-0.001, "1969-12-31T23:59:59.999Z"), (4_107_542_399, "2100-02-28T23:59:59.000Z"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z"), (-62_167_219_200, "0000-01-01T00:00:00.000Z"),
            (253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
        ] as [(Double, String)])
    func pairs(seconds: Double, text: String) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
        #expect(Timestamp.date(text).map { abs($0.timeIntervalSince1970 - seconds) < 0.000_5 } == true)
    }

    @Test("agrees with Foundation on a day of each year")
    func foundation() {
        for year in 0..<200 {
            let date = Date(timeIntervalSince1970: Double(year) * 31_556_952 + Double(year * 7919 % 86_400))
            let expected = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            #expect(Timestamp.text(date) == expected)
        }
    }

    @Test("edges are kept")
    func edges() {
        #expect(Timestamp.text(.distantFuture) == "4001-01-01T00:00:00.000Z")
        #expect(Timestamp.text(Date(timeIntervalSince1970: 1e18)) == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp.text(Date(timeIntervalSince1970: -1e18)) == "0000-01-01T00:00:00.000Z")
        #expect(Timestamp.text(Date(timeIntervalSince1970: .nan)) == "1970-01-01T00:00:00.000Z")
    }

    @Test(
        "any other form is no moment",
        arguments: [
            "", "2026-03-03", "2026-03-03 17:00:00.123Z", "2026-03-03T17:00:00Z", "2026-13-03T17:00:00.123Z",
            "2026-00-03T17:00:00.123Z", "2026-03-03T17:00:00.123+", "２026-03-03T17:00:00.12Z",
        ])
    func other(text: String) {
        #expect(Timestamp.date(text) == nil)
    }
}

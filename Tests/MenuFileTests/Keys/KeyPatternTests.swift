import MenuFile
import Testing

@Suite("A key of a menu")
struct KeyPatternTests {
    @Test("is a literal, a range or a pattern")
    func kinds() throws {
        #expect(try KeyPattern("12").kind == .literal)
        #expect(try KeyPattern("*").kind == .literal)
        #expect(try KeyPattern("201-249").kind == .range(low: "201", high: "249"))
        #expect(try KeyPattern("2xx").kind == .pattern)
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("", KeyPatternError.notAKey("")), ("a", .notAKey("a")), ("1*", .notAKey("1*")), ("2X", .notAKey("2X")),
            ("1-2-3", .notAKey("1-2-3")), ("-2", .notAKey("-2")), ("2x-3x", .notAKey("2x-3x")),
            ("20-249", .unequalEnds("20-249")), ("249-201", .backwards("249-201")), ("1 ", .notAKey("1 ")),
            ("٣", .notAKey("٣")),
            ("111111111111111111111", .tooLong("111111111111111111111")),
        ])
    func refused(text: String, error: KeyPatternError) {
        #expect(throws: error) { try KeyPattern(text) }
    }

    @Test(
        "matches entries and sees which could grow",
        arguments: [
            ("1", "1", true, false), ("12", "1", false, true), ("201-249", "225", true, false),
            ("201-249", "2", false, true), ("201-249", "24", false, true), ("201-249", "25", false, false),
            ("201-249", "200", false, false), ("201-249", "250", false, false), ("201-249", "2*", false, false),
            ("2xx", "255", true, false), ("2xx", "2", false, true), ("2xx", "2#5", false, false),
            ("xx", "0", false, false), ("xx", "10", true, false), ("x", "0", false, false), ("1", "", false, true),
        ])
    func matching(key: String, entry: String, matches: Bool, grows: Bool) throws {
        let pattern = try KeyPattern(key)
        #expect(pattern.matches(entry) == matches)
        #expect(pattern.couldGrow(from: entry) == grows)
    }

    @Test(
        "clashes with another of its kind only",
        arguments: [
            ("201-249", "240-260", true), ("201-249", "250-260", false), ("201-249", "20-24", false),
            ("2xx", "x5x", true), ("2xx", "3xx", false), ("2xx", "2x", false), ("201", "2xx", false),
            ("201-249", "2xx", false), ("xx", "0x", false), ("1", "1", true),
        ])
    func clashes(one: String, two: String, clash: Bool) throws {
        let (first, second) = (try KeyPattern(one), try KeyPattern(two))
        #expect(first.clashes(with: second) == clash)
        #expect(second.clashes(with: first) == clash)
    }

    @Test("delays 0 when it begins with it")
    func zero() throws {
        #expect(try !KeyPattern("0").delaysZero)
        #expect(try KeyPattern("01").delaysZero)
        #expect(try KeyPattern("0xx").delaysZero)
        #expect(try KeyPattern("001-009").delaysZero)
        #expect(try !KeyPattern("xxx").delaysZero)
    }
}

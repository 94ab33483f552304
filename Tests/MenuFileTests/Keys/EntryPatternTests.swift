import MenuFile
import Testing

@Suite("A regular expression of `check`")
struct EntryPatternTests {
    static let matching: [(String, [String], [String])] = [
        ("^123$", ["123"], ["", "12", "1234", "0123"]),
        ("^[1-4]\\d{4}$", ["12345", "40000"], ["52345", "1234", "123456"]),
        ("^(19|20)\\d\\d-\\d{2}-\\d{2}$", ["1985-04-03", "2001-12-31"], ["1885-04-03", "85-04-03"]),
        ("^\\+44(7\\d{9}|20\\d{8})$", ["+447700900001", "+442079460018"], ["447700900001", "+48600100200"]),
        ("^(?!0)\\d{3,5}$", ["123", "12345"], ["012", "12", "123456"]),
        ("^(?=.*7)[^9]*$", ["1728", "7"], ["128", "79"]),
        ("^(?:12)?3*4+$", ["4", "124", "123344", "34"], ["12", "1212344"]),
        ("^a|b$", ["a", "b"], ["ab", ""]),
        ("^$", [""], ["1"]),
        ("^\\*\\d+\\#$", ["*12#"], ["12#", "*#"]),
        ("^[\\d*#-]{2,}$", ["1-", "*#"], ["1", "1a"]),
        ("^(1{2}){2}$", ["1111"], ["111", "11111"]),
        ("^\\d{2,3}?$", ["12", "123"], ["1", "1234"]),
        ("^(|1)(2|)$", ["", "1", "2", "12"], ["21"]),
        ("^(1?){5}$", ["", "11111"], ["111111"]),
        ("^[^12]$", ["3"], ["1", "2"]),
        ("^\\D\\w\\W\\s\\S$", ["a1- b"], ["1a- b"]),
    ]

    @Test("matches whole entries, and nothing else", arguments: matching)
    func matches(text: String, good: [String], bad: [String]) throws {
        let pattern = try EntryPattern(text)
        for entry in good { #expect(pattern.matches(entry), "\(text) should match \(entry)") }
        for entry in bad { #expect(!pattern.matches(entry), "\(text) should not match \(entry)") }
    }

    @Test(
        "that would keep a backtracking engine busy for hours is answered at once",
        arguments: [
            "^(\\d+)+$", "^((\\d*)*)*$", "^(\\d|\\d\\d|\\d?)*\\*$", "^(((((\\d?){20}){20}){20}){20}){20}$",
            "^(1|11|111|1111)*(1|11)*(1|11)*#$", "^\\d{1000}$", "^(?!(\\d+)+#)(\\d+)+$", "^(\\d*){1000}$",
        ])
    func catastrophic(text: String) throws {
        let pattern = try EntryPattern(text)
        let entry = String(repeating: "1", count: 20)
        let clock = ContinuousClock()
        let time = clock.measure { for tail in ["", "#", "*"] { _ = pattern.matches(entry + tail) } }
        // Some milliseconds in truth; a backtracking engine would not be back today.
        #expect(time < .seconds(5), "\(text): \(time)")
    }

    @Test("agrees with Swift's own engine on patterns that both read")
    func agrees() throws {
        var dice = SystemRandomNumberGenerator()
        let atoms = ["1", "2", "\\d", "[12]", "[^1]", ".", "(1|2)", "(?:12)", "(2?1)"]
        let counts = ["", "", "", "*", "+", "?", "{2}", "{1,2}"]
        for _ in 0..<300 {
            let body = (0..<Int.random(in: 1...4, using: &dice)).map { _ in
                (atoms.randomElement(using: &dice) ?? "") + (counts.randomElement(using: &dice) ?? "")
            }.joined()
            let text = "^\(body)$"
            let ours = try EntryPattern(text)
            let theirs = try Regex<AnyRegexOutput>(text)
            for _ in 0..<20 {
                let entry = String((0..<Int.random(in: 0...6, using: &dice)).map { _ in "123".randomElement() ?? "1" })
                #expect(ours.matches(entry) == (entry.wholeMatch(of: theirs) != nil), "\(text) on \(entry)")
            }
        }
    }

    @Test("that cannot be read or matched so is refused, with the reason")
    func refused() {
        let faults: [(String, EntryPatternError)] = [
            ("^1)$", .unfinished(")$")), ("^[12$", .unfinished("[12$")),
            ("^[]$", .unfinished("[]$")), ("^1\\", .unfinished("\\")), ("(1", .unfinished("(1")),
            ("^*$", .nothingToRepeat("*$")), ("1$+", .nothingToRepeat("+")),
            ("^ą$", .notSupported("ą$")),
            ("*1", .nothingToRepeat("*1")), ("1{2", .unfinished("{2")), ("1{a}", .badRange("{a}")),
            ("1{3,2}", .badRange("{3,2}")), ("1{1001}", .badRange("{1001}")), ("1{2,99999}", .badRange("{2,99999}")),
            ("[2-1]", .badRange("[2-1]")), ("(1)\\1", .notSupported("\\1")), ("\\b1", .notSupported("\\b1")),
            ("(?<=1)2", .notSupported("(?<=1)2")), ("(?<a>1)", .notSupported("(?<a>1)")),
            ("1*+", .notSupported("+")), ("[[:digit:]]", .notSupported("[[:digit:]]")),
            ("\\p{L}", .notSupported("\\p{L}")),
        ]
        for (text, error) in faults {
            #expect(throws: error, "\(text)") { try EntryPattern(text) }
        }
        #expect(throws: EntryPatternError.tooLong) { try EntryPattern(String(repeating: "1", count: 201)) }
    }

    @Test("does not match an entry that is too long to be one")
    func tooLongEntry() throws {
        let pattern = try EntryPattern("^1*$")
        #expect(pattern.matches(String(repeating: "1", count: 63)))
        #expect(!pattern.matches(String(repeating: "1", count: 64)))
        #expect(!pattern.matches(String(repeating: "1", count: 10_000)))
    }

    @Test("that nests as deep as a pattern can be is read")
    func nested() throws {
        let deep = String(repeating: "(", count: 99) + "1" + String(repeating: ")", count: 99)
        #expect(try EntryPattern(deep).matches("1"))
    }
}

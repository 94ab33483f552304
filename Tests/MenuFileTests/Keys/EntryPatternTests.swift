import MenuFile
import Testing

@Suite("Regular expressions for entries")
struct EntryPatternTests {
    @Test(
        "match an entry as a whole",
        arguments: [
            ("^[1-3]{4}$", ["1231", "3333"], ["123", "12345", "1234", ""]),
            ("^1|22$", ["1", "22"], ["122", "12", "2"]), ("^(1|2)*$", ["", "1212"], ["13"]),
            ("^\\d+$", ["0", "123"], ["", "1*"]), ("^[^0]\\d{2,}$", ["123", "9000"], ["012", "12"]),
            ("^(?:AB)?1+?$", ["1", "AB11"], ["AB", "A1"]), ("^.$", ["1", "#", " "], ["", "12", "ą"]),
            ("^\\*\\#1$", ["*#1"], ["1"]), ("^[a-f0-9-]+$", ["a-0"], ["g"]), ("^$", [""], ["1"]),
            ("^(|1)2$", ["2", "12"], ["1"]), ("^[]]$", [], []), ("^[\\d*]{0,2}$", ["", "1*"], ["123"]),
            ("^(1{2}){2}$", ["1111"], ["11", "111"]), ("^\\w\\W\\D$", ["a-b"], ["--b", "a-1"]),
            ("^()*1$", ["1"], [""]), ("^1\\$$", ["1$"], ["1"]),
        ])
    func matches(text: String, good: [String], bad: [String]) throws {
        guard text != "^[]]$" else {
            #expect(throws: EntryPatternError.self) { try EntryPattern(text) }
            return
        }
        let pattern = try EntryPattern(text)
        for entry in good { #expect(pattern.matches(entry), "\(entry)") }
        for entry in bad { #expect(!pattern.matches(entry), "\(entry)") }
    }

    @Test(
        "take no time, however they repeat themselves", .timeLimit(.minutes(1)),
        arguments: [
            "^(1+)+2$", "^((1*)*)*2$", "^(1|1|1)*2$", "^(1|11)*2$", "^1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*2$",
            "^(((1{0,9})*)*)*2$", "^(\\d|1|[1-3]|.)+2$",
            "^" + String(repeating: "(", count: 20) + "1" + String(repeating: "*)", count: 20) + "*2$",
        ])
    func hostile(text: String) throws {
        let pattern = try EntryPattern(text)
        // A search that goes back and tries again would not end in a lifetime.
        #expect(!pattern.matches(String(repeating: "1", count: 100)))
        #expect(pattern.matches(String(repeating: "1", count: 100) + "2"))
    }

    @Test("that would need too many states are refused", arguments: ["^(1{99}){99}$", "^((((1{9}){9}){9}){9})$"])
    func tooLong(text: String) {
        #expect(throws: EntryPatternError.tooLong) { try EntryPattern(text) }
    }

    @Test(
        "say what they cannot read, and where",
        arguments: [
            ("^(1$", "(1$", 2), ("^1)$", ")$", 3), ("^[3-1]$", "[3-1]$", 2), ("^[1$", "[1$", 2), ("^*$", "*$", 2),
            ("^1**$", "*$", 4), ("^{2}$", "{2}$", 2), ("^1{2$", "{2$", 3), ("^1{3,1}$", "{3,1}$", 3),
            ("^1{x}$", "{x}$", 3), ("^(?=1)$", "(?=1)$", 2), ("^\\1$", "\\1$", 2), ("^\\b$", "\\b$", 2),
            ("^1^2$", "^2$", 3), ("^ą$", "ą$", 2), ("^[\\]$", "[\\]$", 2), ("^1$2$", "$2$", 3),
        ])
    func unreadable(text: String, rest: String, place: Int) {
        #expect(throws: EntryPatternError.unreadable(rest, place: place)) { try EntryPattern(text) }
    }

    @Test("begin with ^ and end with $", arguments: ["", "^", "$", "1", "^1", "1$", "^1\\$"])
    func whole(text: String) {
        #expect(throws: EntryPatternError.notWhole) { try EntryPattern(text) }
    }
}

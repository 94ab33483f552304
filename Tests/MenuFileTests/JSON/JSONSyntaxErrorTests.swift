import MenuFile
import Testing

/// A text that is no JSON, where it goes wrong, and a part of what is said.
struct BrokenJSON: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let says: String

    init(_ text: String, _ line: Int, _ column: Int, _ says: String) {
        (self.text, self.line, self.column, self.says) = (text, line, column, says)
    }

    var testDescription: String { text.debugDescription }
}

@Suite("JSON syntax errors")
struct JSONSyntaxErrorTests {
    static let broken: [BrokenJSON] = [
        BrokenJSON("", 1, 1, "the file ends here, but a value is needed"),
        BrokenJSON(" \n ", 2, 2, "the file ends here"),
        BrokenJSON("{", 1, 2, "a key in double quotes or } is needed"),
        BrokenJSON("{\"a\": 1,\n}", 2, 1, "a key in double quotes is needed here (a comma before } is not allowed)"),
        BrokenJSON("[1, ]", 1, 5, "a comma before ] is not allowed"),
        BrokenJSON("[,1]", 1, 2, "a value or ] is needed"),
        BrokenJSON("[1,,2]", 1, 4, "a value is needed"),
        BrokenJSON("{\"a\": 1 \"b\": 2}", 1, 9, "a comma is missing"),
        BrokenJSON("{\"a\": 1,, \"b\": 2}", 1, 9, "a key in double quotes is needed"),
        BrokenJSON("[1 2]", 1, 4, "a comma or ] is needed"),
        BrokenJSON("{\"a\" 1}", 1, 6, "a colon is needed"),
        BrokenJSON("{\"a\":}", 1, 6, "a value is needed"),
        BrokenJSON("{a: 1}", 1, 2, "a key in double quotes or } is needed"),
        BrokenJSON("{'a': 1}", 1, 2, "strings stand in double quotes"),
        BrokenJSON("{1: 1}", 1, 2, "a key in double quotes"),
        BrokenJSON("{\"a\": “x”}", 1, 7, "use the plain double quote"),
        BrokenJSON("{} x", 1, 4, "nothing may follow"),
        BrokenJSON("{}\n{}", 2, 1, "nothing may follow"),
        BrokenJSON("// hi\n{}", 1, 1, "JSON has no comments"),
        BrokenJSON("{ /* a */ }", 1, 3, "JSON has no comments"),
        BrokenJSON("[tru]", 1, 5, "\"true\" is needed"),
        BrokenJSON("[True]", 1, 2, "a value or ] is needed"),
        BrokenJSON("[nulll]", 1, 6, "a comma or ] is needed"),
        BrokenJSON("[fals", 1, 6, "the file ends here"),
        BrokenJSON("[01]", 1, 3, "no leading zero"),
        BrokenJSON("[-]", 1, 3, "a digit is needed"),
        BrokenJSON("[+1]", 1, 2, "a value or ] is needed"),
        BrokenJSON("[.5]", 1, 2, "a value or ] is needed"),
        BrokenJSON("[1.]", 1, 4, "a digit is needed"),
        BrokenJSON("[1e]", 1, 4, "a digit is needed"),
        BrokenJSON("[1e+]", 1, 5, "a digit is needed"),
        BrokenJSON("[0x10]", 1, 3, "a comma or ] is needed"),
        BrokenJSON("[NaN]", 1, 2, "a value or ] is needed"),
        BrokenJSON("\"abc", 1, 1, "not closed"),
        BrokenJSON("{\"a\": \"b}", 1, 7, "not closed"),
        BrokenJSON("{\"a\": \"b\\", 1, 7, "not closed"),
        BrokenJSON("{\"a\": \"\\u00", 1, 7, "not closed"),
        BrokenJSON("{\"a\": \"b\n}", 1, 9, "a string must end on its line"),
        BrokenJSON("{\"a\": \"b\r\n}", 1, 9, "a string must end on its line"),
        BrokenJSON("[\"a\tb\"]", 1, 4, "a tab in a string is written \\t"),
        BrokenJSON("[\"a\u{0}b\"]", 1, 4, "\\u0000"),
        BrokenJSON("[\"a\\qb\"]", 1, 4, "\\ must be followed by"),
        BrokenJSON("[\"é\\u12G4\"]", 1, 4, "\\ must be followed by"),
        BrokenJSON("[\"\\ud800\"]", 1, 3, "surrogate"),
        BrokenJSON("[\"\\udc00\"]", 1, 3, "surrogate"),
        BrokenJSON("[\"\\ud800\\u0041\"]", 1, 3, "surrogate"),
        BrokenJSON("[1]\u{0}", 1, 4, "nothing may follow"),
        BrokenJSON("\u{FEFF}\u{FEFF}{}", 1, 1, "a value is needed"),
        BrokenJSON("{\n  \"a\": [1, 2,\n   }\n}", 3, 4, "a value is needed"),
        BrokenJSON("[1}", 1, 3, "a comma or ] is needed"),
        BrokenJSON("{\"a\": 1]", 1, 8, "a comma or } is needed"),
    ]

    @Test("is placed at the first character that cannot continue", arguments: broken)
    func place(_ broken: BrokenJSON) throws {
        let error = try #require(JSONParserTests.failure(Array(broken.text.utf8)))
        #expect(error.position == Position(line: broken.line, column: broken.column), "\(error.message)")
        #expect(error.message.contains(broken.says), "\(error.message)")
    }

    @Test(
        "bytes that are no UTF-8 are placed",
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 3), ([0x22, 0xC3, 0x22], 2), ([0x22, 0xC0, 0xAF, 0x22], 2),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 2), ([0x22, 0xC3, 0xA9, 0xF5, 0x80, 0x80, 0x80], 3), ([0x80], 1),
        ] as [([UInt8], Int)])
    func notUTF8(_ bytes: [UInt8], _ column: Int) {
        let error = JSONParserTests.failure(bytes)
        #expect(error?.problem == .notUTF8)
        #expect(error?.position == Position(line: 1, column: column))
    }

    @Test(
        "other encodings are told",
        arguments: [[0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0x7B, 0]] as [[UInt8]])
    func otherEncoding(_ bytes: [UInt8]) {
        #expect(JSONParserTests.failure(bytes)?.problem == .otherEncoding)
    }

    @Test("nesting and size are limited")
    func limits() {
        let deep = Array(String(repeating: "[", count: 1_000_000).utf8)
        let error = JSONParserTests.failure(deep)
        #expect(error?.problem == .tooDeep(limit: 128))
        #expect(error?.position == Position(line: 1, column: 129))
        let limits = JSONLimits(bytes: 10, depth: 3)
        #expect(JSONParserTests.failure(Array("[[[1]]]".utf8), limits: limits) == nil)
        #expect(JSONParserTests.failure(Array("\"123456789\"".utf8), limits: limits)?.problem == .tooLarge(limit: 10))
    }
}

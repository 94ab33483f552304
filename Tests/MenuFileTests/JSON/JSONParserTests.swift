import MenuFile
import Testing

@Suite("JSON parser")
struct JSONParserTests {
    static func parse(_ text: String, limits: JSONLimits = .standard) throws(JSONSyntaxError) -> JSONDocument {
        try JSONDocument.parse(Array(text.utf8), limits: limits)
    }

    static func failure(_ bytes: [UInt8], limits: JSONLimits = .standard) -> JSONSyntaxError? {
        do throws(JSONSyntaxError) {
            _ = try JSONDocument.parse(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    static func members(_ text: String) throws -> [JSONMember] {
        guard case .object(let members) = try parse(text).root.content else { return [] }
        return members
    }

    @Test("the order of keys is kept")
    func order() throws {
        let keys = ["zeta", "1", "10", "2", "alpha", "A", "é", ""]
        let text = "{" + keys.map { "\"\($0)\": 0" }.joined(separator: ",") + "}"
        #expect(try Self.members(text).map(\.key) == keys)
    }

    @Test("keys and values know their places")
    func places() throws {
        let members = try Self.members("{\n\t\"a\": 1, \"b\":\r\n  [true,\"x\"]}")
        #expect(members.map(\.keyPosition) == [Position(line: 2, column: 2), Position(line: 2, column: 10)])
        #expect(members.map(\.value.position) == [Position(line: 2, column: 7), Position(line: 3, column: 3)])
        guard case .array(let elements) = members[1].value.content else { throw JSONShape() }
        #expect(elements.map(\.position) == [Position(line: 3, column: 4), Position(line: 3, column: 9)])
    }

    struct JSONShape: Error {}

    @Test("columns count Unicode scalars, and a byte order mark counts nothing")
    func scalars() throws {
        // e + combining acute is two scalars, the flag two, ż one.
        let members = try Self.members("\u{FEFF}{\"e\u{301}🇵🇱ż\": 1, \"b\": 2}")
        #expect(members.map(\.keyPosition.column) == [2, 14])
        #expect(members.map(\.value.position.column) == [11, 19])
    }

    @Test("every value is read as it is written")
    func values() throws {
        let text = #"[null, true, false, -0.5e+10, 0, "", "a\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00", {}, [ ]]"#
        guard case .array(let elements) = try Self.parse(text).root.content else { throw JSONShape() }
        #expect(
            elements.map(\.content) == [
                .null, .bool(true), .bool(false), .number("-0.5e+10"), .number("0"), .string(""),
                .string("a\"\\/\u{08}\u{0C}\n\r\té😀"), .object([]), .array([]),
            ])
    }

    @Test("a key that stands twice is found at its second place")
    func duplicates() throws {
        let document = try Self.parse("{\"a\": 1, \"b\": {\"a\": 2},\n \"a\": 3, \"\\u0061\": 4}")
        #expect(document.duplicates.map(\.key) == ["a", "a"])
        #expect(document.duplicates.map(\.position) == [Position(line: 2, column: 2), Position(line: 2, column: 10)])
        #expect(document.duplicates.allSatisfy { $0.first == Position(line: 1, column: 2) })
    }

    @Test("NUL and other control characters may be escaped")
    func escapedControl() throws {
        #expect(try Self.parse(#""\u0000\u001f""#).root.content == .string("\u{0}\u{1F}"))
    }
}

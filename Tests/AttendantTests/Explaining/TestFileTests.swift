import Foundation
import MenuFile
import Testing

@testable import Attendant

@Suite("Files of call tests that get one more call")
struct TestFileTests {
    private let call = OrderedJSON.object([.init("name", .string("new")), .init("expect", .object([]))])

    @Test("everything else stays as it was, letter by letter")
    func kept() throws {
        let text = """
            { "note": "[ \\" ] }", "menu": "heating.json",
              "calls": [
                { "name": "one", "script": ["press 1"],   "expect": {} }
              ],
              "x-last": 1 }

            """
        let added = try #require(TestFileText.adding(call, to: text))
        let expected = text.replacing(
            "\"expect\": {} }\n  ],", with: "\"expect\": {} },\n    { \"name\": \"new\", \"expect\": {} }\n  ],")
        #expect(added == expected)
    }

    @Test(
        "an empty list, no list, a byte order mark",
        arguments: [
            "{\"menu\": \"a.json\", \"calls\": []}", "{\"menu\": \"a.json\", \"calls\": [ \n ] }",
            "{\"menu\": \"a.json\"}",
            "\u{FEFF}{ \"calls\": [{\"name\":\"é😀\"}] }",
        ])
    func forms(text: String) throws {
        let added = try #require(TestFileText.adding(call, to: text))
        let root = try JSONDocument.parse(Array(added.utf8)).root
        guard case .object(let members) = root.content,
            case .array(let calls)? = members.first(where: { $0.key == "calls" })?.value.content
        else {
            Issue.record("no calls in \(added)")
            return
        }
        #expect(calls.last?.jsonText == "{\"name\":\"new\",\"expect\":{}}")
    }

    @Test("what is no test file is refused", arguments: ["", "[]", "{ \"calls\": 3 }", "{ \"calls\": [ }"])
    func refused(text: String) { #expect(TestFileText.adding(call, to: text) == nil) }

    @Test("replies are put together from the paths that were kept")
    func replies() {
        var tree = ReplyTree()
        tree.put("7", at: "visit.id")
        tree.put("Ada", at: "visit.doctors[1].name")
        #expect(tree.json.compact == #"{ "visit": { "id": "7", "doctors": [null, { "name": "Ada" }] } }"#)
    }

    @Test(
        "moments that are past",
        arguments: [("today", 11 * 3600.0), ("90m", 5400), ("7d", 604_800), ("2026-03-02", 126_000)])
    func since(text: String, ago: Double) throws {
        let zone = try #require(TimeZone(identifier: "UTC"))
        let now = Date(timeIntervalSince1970: 1_772_535_600)
        #expect(try now.timeIntervalSince(SinceWhen(now: now, zone: zone).moment(text)) == ago)
        #expect(throws: StartError.self) { try SinceWhen(now: now, zone: zone).moment("soon") }
    }
}

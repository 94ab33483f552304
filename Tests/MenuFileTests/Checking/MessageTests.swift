import MenuFile
import Testing

/// The messages that menu-format, part 2, promises, on damaged copies of its example.
@Suite("The messages of part 2")
struct MessageTests {
    static func damaged(_ changes: [(String, String)]) throws -> [String] {
        var text = try Fixture(folder: "examples", name: "heating").text("json")
        for (old, new) in changes {
            #expect(text.contains(old))
            text = text.replacing(old, with: new, maxReplacements: 1)
        }
        return MenuLoader.load(text: text, fileName: "heating.json", release: .whole, now: Fixture.now).findings
            .filter { $0.severity == .error }.map(\.description)
    }

    @Test("three faults are told at once, each with what was meant")
    func faults() throws {
        let found = try Self.damaged([
            ("[\"anna\", \"office\"], \"show\"", "[\"ana\", \"office\"], \"show\""), ("{invoice|?}", "{invioce|?}"),
            ("\"seconds\": 15", "\"secnds\": 15"),
        ])
        #expect(
            found == [
                "heating.json:35:20: error unknown-person: \"ana\" is not in people; did you mean \"anna\"?",
                "heating.json:35:46: error unknown-variable: {invioce} is never set; did you mean {invoice}?",
                "heating.json:50:86: error unknown-key: \"secnds\" is not known in \"ring\"; did you mean \"seconds\"?",
            ])
    }

    @Test("a comma before a brace stops the reading")
    func syntax() throws {
        let found = try Self.damaged([
            (
                "\"callback\": \"office\" }\n    }\n  },\n  \"closed\"",
                "\"callback\": \"office\" },\n    }\n  },\n  \"closed\""
            )
        ])
        #expect(
            found == [
                "heating.json:38:5: error json-syntax: a key in double quotes is needed here (a comma before } is not allowed)"
            ])
    }

    @Test("every place of a byte order mark and of line ends is the same")
    func lineEnds() throws {
        let text = try Fixture(folder: "examples", name: "heating").text("json").replacing(
            "\"ben\", \"carl\"", with: "\"bn\", \"carl\"")
        let places = ["", "\u{FEFF}"].flatMap { mark in
            ["\n", "\r\n"].map { end in
                let bytes = Array((mark + text.replacing("\n", with: end)).utf8)
                return MenuLoader.load(bytes, fileName: "h.json", release: .whole, now: Fixture.now).findings.map(
                    \.position)
            }
        }
        #expect(places.allSatisfy { $0 == [Position(line: 50, column: 62)] })
    }

    @Test("what to write instead is told apart from the message")
    func fixes() {
        let file = "{ \"attendant\": 1, \"name\": \"{nam}\", \"operater\": \"200\", \"start\": \"hangup\" }"
        let findings = MenuLoader.load(text: file, fileName: "a.json", now: Fixture.now).findings
        #expect(findings.map(\.fix) == ["{name}", "operator"])
    }
}

import Foundation
import MenuFile
import Testing

/// What the README shows must load: a whole menu as it is, members of a menu put into one that has the rest.
@Suite("The examples of the README")
struct ReadmeTests {
    static let examples: [String] = {
        let file = SchemaTests.repository.appending(path: "README.md")
        let blocks = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").components(separatedBy: "```json\n")
        return blocks.dropFirst().compactMap { $0.components(separatedBy: "```").first }
            .filter { $0.hasPrefix("\"") || $0.contains("\"attendant\"") }
    }()

    /// What the examples leave to the reader's mind.
    private static let rest = #"""
        {
          "attendant": 1, "name": "Miller Heating", "operator": "200", "start": { "menu": { "1": "fitters" } },
          "timezone": "Europe/London", "country": "GB",
          "people": { "anna": "201", "ben": "202", "carl": "203", "office": { "ring": "200", "email": "office@miller.example" } },
          "callers": { "vip": { "numbers": ["+44 20 7946*"] } },
          "callbacks": { "office": { "email": "office" } },
          "steps": { "fitters": { "ring": ["ben", "anna"] } }
        }
        """#

    @Test("load without an error", arguments: examples)
    func load(_ example: String) throws {
        let text = example.hasPrefix("\"") ? try Self.completed(example) : example
        let loaded = MenuLoader.load(text: text, fileName: "readme.json", release: .whole, now: Fixture.now)
        #expect(loaded.findings.filter { $0.severity == .error }.map(\.description) == [])
        #expect(loaded.document != nil)
    }

    @Test("are there")
    func count() { #expect(!Self.examples.isEmpty) }

    /// The members of an example in a menu that has the others; of members that hold entries, entries are added.
    private static func completed(_ example: String) throws -> String {
        var menu = try object(rest)
        for (key, value) in try object("{\(example)}") {
            if var entries = menu[key] as? [String: Any], let more = value as? [String: Any], key != "start" {
                entries.merge(more) { $1 }
                menu[key] = entries
            } else {
                menu[key] = value
            }
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: menu), as: UTF8.self)
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}

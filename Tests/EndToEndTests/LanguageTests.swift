import Foundation
import Testing

@Suite("attendant schema and attendant language")
struct LanguageTests {
    @Test("that of call tests, too")
    func testSchema() async throws {
        let result = try await Program.run(["schema", "--tests"])
        #expect(result.code == 0)
        #expect(result.output == (try String(contentsOfFile: "\(Files.menus)/test.schema.json", encoding: .utf8)))
    }

    @Test("the schema is the one beside the sample menus")
    func schema() async throws {
        let result = try await Program.run(["schema"])
        #expect(result.code == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output == (try String(contentsOfFile: "\(Files.menus)/menu.schema.json", encoding: .utf8)))
        #expect(
            try Program.object(result.output)["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("the reference is Markdown with a chapter for each part of the language")
    func reference() async throws {
        let result = try await Program.run(["language"])
        #expect(result.code == 0)
        #expect(result.errors.isEmpty)
        let chapters = result.lines.filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
        #expect(
            chapters == [
                "The file", "Texts", "Variables", "Steps", "Verbs", "Keys", "Conditions", "Hours",
                "Parts of the file", "Phrases", "Call tests", "Findings",
            ])
    }
}

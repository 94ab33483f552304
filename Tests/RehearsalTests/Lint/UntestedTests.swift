import MenuFile
import Rehearsal
import Testing

@Suite("What no test call tries")
struct UntestedTests {
    private func document(_ lint: String = "{}") throws -> MenuDocument {
        let menu = """
            { "attendant": 1, "name": "M", "operator": "200", "lint": \(lint), "start": { "menu": {
              "1": { "for": "repairs", "ring": "201" },
              "2": { "for": "bills", "ring": "202" } } } }
            """
        return try #require(MenuLoader.load(text: menu, fileName: "line.json", release: .whole).document)
    }

    private func findings(_ document: MenuDocument, entered: Set<String>?) -> [String] {
        let coverage = entered.map { MenuCoverage(document, entered: $0) }
        return Untested.findings(document, file: "line.json", tests: "line.test.json", coverage: coverage)
            .map { "\($0.line):\($0.column) \($0.severity) \($0.message.prefix { $0 != ":" && $0 != "(" })" }
    }

    @Test("is told once when there are no calls, else at each choice that none takes")
    func told() throws {
        #expect(try findings(document(), entered: nil) == ["1:1 info there is no line.test.json"])
        #expect(
            try findings(document(), entered: ["start", "start.menu.1"]) == [
                "3:8 info no call of line.test.json takes this choice "
            ])
        #expect(try findings(document(), entered: ["start.menu.1", "start.menu.2"]) == [])
    }

    @Test("is not told where the file ignores it for a reason")
    func ignored() throws {
        let document = try document(#"{ "ignore": { "untested": "a demonstration" } }"#)
        #expect(findings(document, entered: nil) == [] && findings(document, entered: []) == [])
    }
}

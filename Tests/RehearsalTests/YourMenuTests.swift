import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

@Suite("Your menu")
struct YourMenuTests {
    private static let menu = """
        { "attendant": 1, "name": "Garage", "operator": "200", "people": { "workshop": { "ring": "201" } },
          "start": { "say": "Garage.", "menu": { "1": { "for": "the workshop", "ring": "workshop" } } } }
        """
    private static let calls = """
        { "calls": [ { "name": "1 rings the workshop", "people": { "workshop": "answers" }, "script": ["press 1"],
          "expect": { "says": "the workshop", "reaches": "workshop" } } ] }
        """

    @Test("does what its call tests say")
    func calls() async throws {
        let menu = try #require(MenuLoader.load(text: Self.menu, fileName: "garage.json", release: .current).document)
        let tests = CallTestLoader.load(Array(Self.calls.utf8), fileName: "garage.test.json", menu: menu)
        let runner = CallTestRunner(
            menu: MenuVersion(document: menu, version: "1"), prompts: EstimatedPrompts(), numbers: NumberRules(),
            house: House(messages: "/tmp"))
        let report = await runner.run(try #require(tests.file, "\(tests.findings)"))
        #expect(report.failures.isEmpty, "\(report.failures.map { "\($0.name): \($0.why ?? "")" })")
    }
}

import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

@Suite("The examples of the menu format")
struct ExampleTests {
    @Test("pass their own call tests unchanged", arguments: ["minimal", "heating", "clinic"])
    func pass(name: String) async throws {
        let report = try await Self.run(name)
        for failure in report.failures { Issue.record("\(failure.name): \(failure.why ?? "")\n\(failure.transcript)") }
        #expect(!report.results.isEmpty)
    }

    @Test("tell which choices no call has tried")
    func coverage() async throws {
        #expect(
            try await Self.run("heating").summary
                == "heating: 7 calls ok; 4 of 7 choices tested (never: start 3, closed 1, closed 2)")
    }

    static func run(_ name: String) async throws -> CallTestReport {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures")
        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appendingPathComponent(file)))
        }
        let loaded = MenuLoader.load(try bytes("\(name).json"), fileName: "\(name).json", release: .whole)
        let document = try #require(loaded.document, "\(loaded.findings)")
        let tests = CallTestLoader.load(
            try bytes("\(name).test.json"), fileName: "\(name).test.json", menu: document)
        let file = try #require(tests.file, "\(tests.findings)")
        let runner = CallTestRunner(
            menu: MenuVersion(document: document, version: "v"), prompts: EstimatedPrompts(), numbers: NumberRules(),
            house: House(messages: "/messages"))
        return await runner.run(file)
    }
}

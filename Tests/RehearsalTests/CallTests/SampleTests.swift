import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

@Suite("The sample menus")
struct SampleTests {
    /// Menus/ of this repository.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Menus")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") && !$0.contains(".test.") && !$0.contains(".schema.") }
            .map { String($0.dropLast(5)) }.sorted()
    }()

    private static func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: file)))
    }

    private static func document(_ name: String) throws -> MenuDocument {
        let loaded = MenuLoader.load(try bytes("\(name).json"), fileName: "\(name).json", release: .whole)
        let faults = loaded.findings.filter { $0.severity != .info }
        #expect(faults.isEmpty, "\(faults)")
        return try #require(loaded.document)
    }

    @Test("are all there")
    func all() {
        #expect(
            Set(names).isSuperset(of: [
                "clinic", "heating", "info", "minimal", "on-call", "reception", "school", "shop",
            ]))
    }

    private var names: [String] { Self.names }

    @Test("have no errors and no warnings", arguments: names)
    func strict(name: String) throws {
        _ = try Self.document(name)
    }

    @Test("name the schema", arguments: names)
    func schema(name: String) throws {
        let file = try JSONDocument.parse(try Self.bytes("\(name).json"))
        guard case .object(let members) = file.root.content else { return }
        #expect(members.first { $0.key == "$schema" }?.value.content == .string("menu.schema.json"))
    }

    @Test("pass their own call tests, which press every choice and enter every step", arguments: names)
    func calls(name: String) async throws {
        let document = try Self.document(name)
        let tests = CallTestLoader.load(
            try Self.bytes("\(name).test.json"), fileName: "\(name).test.json", menu: document)
        let file = try #require(tests.file, "\(tests.findings)")
        let runner = CallTestRunner(
            menu: MenuVersion(document: document, version: "v"), prompts: EstimatedPrompts(), numbers: NumberRules(),
            house: House(messages: "/messages"))
        let report = await runner.run(file)
        for failure in report.failures {
            let story = failure.transcript.map { "\($0.at) \($0.what)" }.joined(separator: "\n")
            Issue.record("\(failure.name): \(failure.why ?? "")\n\(story)")
        }
        #expect(report.coverage.untakenChoices == [] && report.coverage.unenteredSteps == [])
    }
}

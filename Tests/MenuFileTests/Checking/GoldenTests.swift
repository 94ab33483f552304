import Foundation
import MenuFile
import Testing

@Suite("Findings of broken files")
struct GoldenTests {
    static let broken = Fixture.all(in: "broken")
    static let first = Fixture.all(in: "first")
    static let warned = Fixture.all(in: "warned")

    @Test("the whole language tells exactly what is wrong", arguments: broken)
    func brokenFile(_ fixture: Fixture) throws {
        let loaded = try fixture.load(.whole)
        try Self.expect(loaded.findings.filter { $0.severity == .error }, fixture)
        #expect(loaded.document == nil)
    }

    @Test("every rule that refuses a file has a file that it refuses")
    func everyRule() throws {
        let found = try Set(Self.broken.flatMap { try $0.load(.whole).findings }.map(\.rule))
        let rules = Set(RuleID.allCases.filter { $0.severity == .error })
        // The first looks at sounds, the second at the release.
        #expect(rules.subtracting(found) == [.missingSound, .notSupported])
    }

    @Test("the first step refuses exactly what it lacks", arguments: first)
    func firstStep(_ fixture: Fixture) throws {
        let loaded = try fixture.load(.first)
        try Self.expect(loaded.findings.filter { $0.severity == .error }, fixture)
        #expect(loaded.document == nil)
    }

    @Test("good practice is told of files that load", arguments: warned)
    func warnings(_ fixture: Fixture) throws {
        let loaded = try fixture.load(.whole)
        try Self.expect(loaded.findings, fixture)
        #expect(loaded.document != nil)
    }

    @Test("the examples of the format follow it, but for one long label", arguments: ["minimal", "heating", "clinic"])
    func examples(_ name: String) throws {
        let loaded = try Fixture(folder: "examples", name: name).load(.whole)
        #expect(loaded.findings.map(\.rule.rawValue) == (name == "minimal" ? ["label-long"] : []))
    }

    /// Compares with the golden file; `RECORD_FIXTURES` names the folder of the fixtures to write them anew.
    static func expect(_ findings: [Finding], _ fixture: Fixture) throws {
        let found = findings.map(\.description).joined(separator: "\n") + "\n"
        if let folder = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] {
            try found.write(
                toFile: "\(folder)/\(fixture.folder)/\(fixture.name).expected", atomically: true, encoding: .utf8)
        }
        #expect(try found == fixture.text("expected"))
    }
}

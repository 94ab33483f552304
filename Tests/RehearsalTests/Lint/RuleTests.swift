import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

@Suite("The rules of good practice")
struct RuleTests {
    /// Every rule that warns or informs has a file that raises it, RULE.json, and one that does not, RULE.fine.json.
    static let rules = RuleID.allCases.filter { $0.severity != .error && $0 != .untested }

    /// The moment that the files were written for.
    static let now = Date(timeIntervalSince1970: 1_772_533_800)  // 2026-03-03 10:30 UTC

    private static func findings(_ name: String) async throws -> [Finding] {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures/rules")
        let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).json")))
        let loaded = MenuLoader.load(bytes, fileName: "\(name).json", release: .whole, now: now)
        let document = try #require(loaded.document, "\(loaded.findings)")
        let version = MenuVersion(document: document, version: "v")
        let scout = MenuScout(
            menu: version, prompts: EstimatedPrompts(), numbers: NumberRules(), house: House(messages: "/messages"),
            now: now)
        let slow = SecondsLint.findings(
            document, file: "\(name).json", reach: await scout.explore(),
            lengths: await MenuLengths.of(version, prompts: EstimatedPrompts()))
        return loaded.findings + slow
    }

    @Test("are raised by the files that break them", arguments: rules)
    func raised(rule: RuleID) async throws {
        let found = try await Self.findings(rule.rawValue).filter { $0.rule == rule }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { !$0.message.contains("\n") && $0.message.count > 20 })
        if let source = rule.source { #expect(found.allSatisfy { $0.message.hasSuffix("(\(source))") }) }
    }

    @Test("are not raised by files that differ in that point", arguments: rules)
    func silent(rule: RuleID) async throws {
        #expect(try await Self.findings("\(rule.rawValue).fine").filter { $0.rule == rule } == [])
    }
}

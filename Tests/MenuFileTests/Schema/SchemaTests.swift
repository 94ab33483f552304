import Foundation
import Testing

@testable import MenuFile

@Suite("The schema for editors")
struct SchemaTests {
    /// The folder of the repository.
    static let repository = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
    static let menus = repository.appending(path: "Menus")

    @Test("beside the sample menus is the one that the program prints: attendant schema > Menus/menu.schema.json")
    func committed() throws {
        let file = Self.menus.appending(path: MenuSchema.fileName)
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
            try MenuSchema.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == MenuSchema.text)
    }

    @Test("is JSON, and every reference in it leads somewhere")
    func references() throws {
        let schema = try JSONDocument.parse(Array(MenuSchema.text.utf8))
        #expect(schema.duplicates.isEmpty)
        let defined = Set(Self.keys(under: "$defs", in: schema.root).map { "#/$defs/\($0)" })
        let used = Self.strings(under: "$ref", in: schema.root)
        #expect(used.count > 100)
        #expect(Set(used) == defined)
    }

    @Test("explains every key of this release and offers none of a later one", arguments: TableName.ofMenus)
    func keys(table: TableName) {
        for rule in table.table.rules where !TableName.laterVerbs.contains(table) && table != .ssml {
            let isThere =
                MenuSchema.text.contains("\"\(rule.name)\": ") && MenuSchema.text.contains(Self.quoted(rule.doc))
            #expect(isThere || rule.isLater, "\(rule.name)")
        }
        #expect(!MenuSchema.text.contains("file.csv") && !MenuSchema.text.contains("directory"))
    }

    private static func quoted(_ text: String) -> String { text.replacing("\"", with: "\\\"") }

    private static func keys(under key: String, in value: JSONValue) -> [String] {
        guard case .object(let members) = value.content, let found = members.first(where: { $0.key == key })?.value,
            case .object(let inner) = found.content
        else { return [] }
        return inner.map(\.key)
    }

    private static func strings(under key: String, in value: JSONValue) -> [String] {
        switch value.content {
        case .array(let elements): elements.flatMap { strings(under: key, in: $0) }
        case .object(let members):
            members.flatMap { member in
                if member.key == key, case .string(let text) = member.value.content { return [text] }
                return strings(under: key, in: member.value)
            }
        default: []
        }
    }
}

@Suite("A validator that is not ours", .enabled(if: SchemaValidator.isThere, Comment(rawValue: SchemaValidator.notice)))
struct SecondOpinionTests {
    @Test("accepts every sample menu, example and file that loads")
    func good() throws {
        let samples = try FileManager.default.contentsOfDirectory(atPath: SchemaTests.menus.path)
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".test.json") && !$0.hasSuffix(".schema.json") }
            .map { SchemaTests.menus.appending(path: $0).path }
        let fixtures = (Fixture.all(in: "examples") + Fixture.all(in: "warned")).map(\.path)
        #expect(samples.count >= 2 && fixtures.count > 20)
        for files in [samples, fixtures] {
            for (file, verdict) in try SchemaValidator.verdicts(on: files) {
                #expect(verdict.isJSON && verdict.errors.isEmpty, "\(file): \(verdict.errors)")
            }
        }
    }

    @Test("finds in every broken file the faults that a schema can tell, at the same places, and no others")
    func broken() throws {
        let fixtures = Fixture.all(in: "broken")
        #expect(fixtures.count >= 50)
        let verdicts = try SchemaValidator.verdicts(on: fixtures.map(\.path))
        let exceptions = try SchemaReach.exceptions()
        var told: Set<RuleID> = []
        var untold: [String] = []
        for fixture in fixtures {
            let verdict = try #require(verdicts["\(fixture.name).json"])
            let findings = try fixture.load(.whole).findings.filter { $0.severity == .error }
            let comparison = try Self.compare(findings, verdict, fixture)
            untold += comparison.untold.map(\.place)
            told.formUnion(comparison.told.map(\.rule))
        }
        #expect(untold.filter { !exceptions.contains($0) } == [])
        #expect(exceptions.subtracting(untold) == [])
        #expect(SchemaReach.within.union(SchemaReach.partly).subtracting(told) == [])
    }

    /// Which findings the validator tells of, too, of those that a schema can express. Where there are none it must
    /// accept the file.
    private static func compare(
        _ findings: [Finding], _ verdict: SchemaValidator.Verdict, _ fixture: Fixture
    ) throws -> (told: [Finding], untold: [Finding]) {
        if let syntax = findings.first(where: { $0.rule == .jsonSyntax }) {
            return verdict.isJSON ? ([], [syntax]) : ([syntax], [])
        }
        let places = SchemaReach.places(of: try JSONDocument.parse(fixture.bytes()))
        var (told, untold): ([Finding], [Finding]) = ([], [])
        for finding in findings where !SchemaReach.beyond.contains(finding.rule) {
            let place = try #require(places[finding.position], "\(finding)")
            // Below a key that is refused as a whole nothing is looked at any more.
            let isBelow = told.contains { other in
                places[other.position]?.below.map { place.path.starts(with: $0) } ?? false
            }
            if verdict.errors.contains(place.path) || isBelow { told.append(finding) } else { untold.append(finding) }
        }
        #expect(verdict.errors.isEmpty == told.isEmpty, "\(fixture.name): \(verdict.errors)")
        return (told, untold)
    }
}

extension Finding {
    /// FILE:LINE:COLUMN.
    var place: String { "\(file):\(line):\(column)" }
}

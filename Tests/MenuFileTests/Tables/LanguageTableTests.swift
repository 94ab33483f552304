import Testing

@testable import MenuFile

@Suite("The tables of the language")
struct LanguageTableTests {
    /// Every key that stands somewhere in a file.
    static func keys(of value: JSONValue) -> Set<String> {
        switch value.content {
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(keys(of: $1)) }
        case .object(let members):
            members.reduce(into: []) { keys, member in
                keys.insert(member.key)
                keys.formUnion(Self.keys(of: member.value))
            }
        default: []
        }
    }

    @Test("every key of this release is used by the file that has everything", arguments: TableName.allCases)
    func coverage(_ name: TableName) throws {
        let isTest = TableName.ofCallTests.contains(name)
        let fixture =
            isTest
            ? Fixture(folder: "calls", name: "everything.test") : Fixture(folder: "examples", name: "everything")
        let file = try JSONDocument.parse(fixture.bytes())
        let known = Self.keys(of: file.root)
        if TableName.laterVerbs.contains(name) || name == .ssml { return }
        #expect(name.table.names.filter { !known.contains($0) } == [])
    }

    @Test("every default lies within its own bounds", arguments: TableName.allCases)
    func defaults(_ name: TableName) {
        for rule in name.table.rules {
            if case .number(let number)? = rule.fallback, let bounds = rule.shape.bounds {
                #expect(bounds.range.contains(number), "\(rule.name)")
            }
            if case .word(let word)? = rule.fallback, case .word(let words, _) = rule.shape {
                #expect(words.contains(word), "\(rule.name)")
            }
        }
    }

    @Test("no key stands twice in a table, and every key is explained", arguments: TableName.allCases)
    func unique(_ name: TableName) {
        let names = name.table.rules.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(name.table.rules.allSatisfy { $0.doc.hasSuffix(".") && $0.doc.count > 5 })
    }

    @Test("every feature that a release may lack is asked for somewhere", arguments: Feature.allCases)
    func features(_ feature: Feature) throws {
        let file = try Fixture(folder: "examples", name: "everything").bytes()
        let loaded = MenuLoader.load(
            file, fileName: "everything.json", release: LanguageRelease(notYet: [feature]), now: Fixture.now)
        #expect(loaded.document == nil)
        #expect(!loaded.findings.filter { $0.severity == .error }.isEmpty)
        #expect(loaded.findings.allSatisfy { $0.severity != .error || $0.rule == .notSupported })
    }
}

import Testing

@testable import MenuFile

@Suite("The reference of the language")
struct ReferenceTests {
    static let rows = MenuReference.text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| ") }

    /// The rows of a key, however it is set off.
    static func rows(of name: String) -> [String] {
        rows.filter { $0.hasPrefix("| `\(name)` |") || $0.hasPrefix("| **`\(name)`** |") }
    }

    @Test("has a row for every key of every table, with its meaning and default", arguments: TableName.ofMenus)
    func keys(_ table: TableName) {
        if TableName.laterVerbs.contains(table) || table == .ssml { return }
        for rule in table.table.rules where rule.name != "$schema" {
            let found = Self.rows(of: rule.name).filter { $0.hasSuffix("| \(rule.doc) |") }
            #expect(found.isEmpty == rule.isLater, "\(rule.name)")
            guard let row = found.first, !rule.isLater else { continue }
            #expect(row.contains("**") == rule.isRequired, "\(rule.name)")
            switch rule.fallback {
            case .bool(let bool)?: #expect(row.contains("| \(bool) |"))
            case .number(let number)?:
                #expect(row.contains("| \(number.rounded() == number ? "\(Int(number))" : "\(number)") |"))
            case .word(let word)?: #expect(row.contains("| `\(word)` |"))
            case nil: #expect(row.contains("|  |"), "\(rule.name)")
            }
        }
    }

    @Test("has every variable, format, phrase with its placeholders, and rule with its severity")
    func others() throws {
        for name in VariableUse.builtIn { #expect(Self.rows(of: "{\(name)}").count == 1, "\(name)") }
        for word in ValueFormat.words {
            _ = try ValueFormat(word)
            #expect(Self.rows(of: word).contains { $0.split(separator: "|").count == 2 }, "\(word)")
        }
        for id in PhraseID.allCases {
            let row = try #require(Self.rows(of: id.rawValue).first { $0.contains(id.meaning) }, "\(id)")
            #expect(id.placeholders.allSatisfy { row.contains("`{\($0)}`") }, "\(id)")
        }
        for rule in RuleID.allCases {
            #expect(
                Self.rows(of: rule.rawValue).contains {
                    $0.hasPrefix("| `\(rule.rawValue)` | \(rule.severity.rawValue) |")
                })
            #expect(rule.meaning.hasSuffix("."), "\(rule)")
        }
    }

    @Test("is a table wherever it has rows: as many cells in each as in its head")
    func tables() {
        let lines = MenuReference.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var cells = 0
        for (line, next) in zip(lines, lines.dropFirst() + [""]) {
            let count = line.replacing("\\|", with: "").count { $0 == "|" }
            if next.hasPrefix("|---") { cells = count }
            if line.hasPrefix("|") { #expect(count == cells, "\(line)") }
        }
    }

    @Test("has the words of conditions, the names that cannot be taken, and all verbs")
    func words() {
        for word in LanguageTables.conditionWords + DecodingContext.reservedSteps {
            #expect(MenuReference.text.contains("`\(word)`"), "\(word)")
        }
        for verb in TableName.verbs { #expect(MenuReference.text.contains("### \(verb.verbKey)\n")) }
    }
}

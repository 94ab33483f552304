import Foundation
import MenuFile
import Testing

@Suite("A language pack from a file")
struct BrokenPackTests {
    private static let source = Packs.source

    private func error(replacing old: String, with new: String) throws -> LanguagePackError? {
        let text = try #require(Self.source)
        #expect(text.contains(old))
        do throws(LanguagePackError) {
            _ = try LanguagePack(json: Data(text.replacing(old, with: new).utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("is read when it is whole")
    func whole() throws {
        let text = try #require(Self.source)
        #expect(try LanguagePack(json: Data(text.utf8)).language == "en")
    }

    @Test(
        "is refused with what is wrong",
        arguments: [
            ("\"goodbye\"", "\"good-bye\"", LanguagePackError.missing("phrase goodbye")),
            (
                "\"0\", \"1\", \"2\", \"3\", \"4\", \"5\"", "\"1\", \"2\", \"3\", \"4\", \"5\"",
                .count(list: "clock hours", expected: 24, found: 23)
            ),
            (
                "press {key}.\",\n    \"choice-to\"", "press {kee}.\",\n    \"choice-to\"",
                .placeholder(place: "choice-for", name: "kee")
            ),
            (
                "For {for}, press", "For {for, press",
                .template(place: "choice-for", .unclosedBrace("for, press {key}."))
            ),
            ("{n} hours", "{m} hours", .placeholder(place: "{m} hours", name: "m")),
            ("\"#\": \"pound\"", "\"no\": \"pound\"", .missing("name of key #")),
        ])
    func refused(old: String, new: String, expected: LanguagePackError) throws {
        #expect(try error(replacing: old, with: new) == expected)
    }

    @Test("is refused when it is no JSON of the right shape")
    func malformed() throws {
        for text in ["", "[]", "{}", "{\"language\": 3}"] {
            #expect { try LanguagePack(json: Data(text.utf8)) } throws: { error in
                if case .malformed = error as? LanguagePackError { true } else { false }
            }
        }
    }
}

/// The source of the English pack, beside the sources of the tests.
enum Packs {
    static let source: String? = {
        let root = URL(filePath: #filePath).appending(path: "../../../../Sources/MenuFile/Language/Packs/en.json")
            .standardizedFileURL
        return try? String(contentsOf: root, encoding: .utf8)
    }()
}

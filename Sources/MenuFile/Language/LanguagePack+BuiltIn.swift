import Foundation

extension LanguagePack {
    /// The languages that come with Attendant.
    public static let builtInLanguages = ["en", "pl", "ru", "id", "zh", "de", "fr", "es"]

    /// The pack of English, which stands in wherever another is missing.
    public static let english = builtIn("en", PackageResources.en_json)

    /// The built-in pack for a language tag; only the part before - or _ counts, so "en-GB" is "en". Nil when none.
    public static func pack(for tag: String) -> LanguagePack? { all[language(of: tag)] }

    /// The part of a tag that names the language: "zh" of "zh_CN".
    public static func language(of tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    private static let all: [String: LanguagePack] = [
        "en": english, "pl": builtIn("pl", PackageResources.pl_json), "ru": builtIn("ru", PackageResources.ru_json),
        "id": builtIn("id", PackageResources.id_json), "zh": builtIn("zh", PackageResources.zh_json),
        "de": builtIn("de", PackageResources.de_json), "fr": builtIn("fr", PackageResources.fr_json),
        "es": builtIn("es", PackageResources.es_json),
    ]

    /// The packs are part of the program and each is loaded by a test, so none can fail to load.
    private static func builtIn(_ language: String, _ bytes: [UInt8]) -> LanguagePack {
        do throws(LanguagePackError) {
            return try LanguagePack(json: Data(bytes))
        } catch {
            preconditionFailure("the built-in language pack \(language): \(error)")
        }
    }
}

import Foundation

extension LanguagePack {
    /// The languages that come with Attendant.
    public static let builtInLanguages = ["en", "pl", "ru", "id", "zh", "de", "fr", "es"]

    /// The pack of English, which stands in wherever another is missing.
    public static let english = builtIn("en", PackageResources.en_json)

    /// The built-in pack for a language tag; only the part before - or _ counts, so "en-GB" is "en". Nil when none.
    ///
    /// A pack is read when it is first asked for, which takes a few milliseconds, and kept.
    public static func pack(for tag: String) -> LanguagePack? {
        switch language(of: tag) {
        case "en": english
        case "pl": polish
        case "ru": russian
        case "id": indonesian
        case "zh": chinese
        case "de": german
        case "fr": french
        case "es": spanish
        default: nil
        }
    }

    /// The part of a tag that names the language: "zh" of "zh_CN".
    public static func language(of tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    private static let polish = builtIn("pl", PackageResources.pl_json)
    private static let russian = builtIn("ru", PackageResources.ru_json)
    private static let indonesian = builtIn("id", PackageResources.id_json)
    private static let chinese = builtIn("zh", PackageResources.zh_json)
    private static let german = builtIn("de", PackageResources.de_json)
    private static let french = builtIn("fr", PackageResources.fr_json)
    private static let spanish = builtIn("es", PackageResources.es_json)

    /// The packs are part of the program and each is loaded by a test, so none can fail to load.
    private static func builtIn(_ language: String, _ bytes: [UInt8]) -> LanguagePack {
        do throws(LanguagePackError) {
            return try LanguagePack(json: Data(bytes))
        } catch {
            preconditionFailure("the built-in language pack \(language): \(error)")
        }
    }
}

public import Foundation

/// Reads menu files: bytes in, a document or the reasons why there is none out. Touches no file.
public enum MenuLoader {
    /// Reads a menu file.
    ///
    /// Every fault is told in one pass, in the order of the file; after a fault of JSON's own syntax nothing more can
    /// be told.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - fileName: the name that findings show: `heating.json`. Without folder and `.json` it names the document.
    ///   - release: which parts of the language are supported; the others are refused.
    ///   - now: the moment from which hours are looked at, for `never-open` and what is out of date.
    /// - Returns: a document exactly when no finding is an error.
    public static func load(
        _ bytes: [UInt8], fileName: String, release: LanguageRelease = .first, now: Date = Date()
    ) -> (document: MenuDocument?, findings: [Finding]) {
        let context = DecodingContext(file: fileName, release: release)
        let document = context.decode(bytes, now: now)
        let ignored = document?.lint.ignored ?? [:]
        let findings = context.findings.filter { $0.severity == .error || ignored[$0.rule] == nil }
            .sorted { $0.position < $1.position }
        return (context.errorCount == 0 ? document : nil, findings)
    }

    /// Reads the text of a menu file; see `load(_:fileName:release:now:)`.
    public static func load(
        text: String, fileName: String, release: LanguageRelease = .first, now: Date = Date()
    ) -> (document: MenuDocument?, findings: [Finding]) {
        load(Array(text.utf8), fileName: fileName, release: release, now: now)
    }
}

/// The rules of two values that stand outside menus, too.
extension MenuLoader {
    /// Whether a text is a country as `country` has it: two capital letters that ISO 3166 knows.
    public static func isCountry(_ text: String) -> Bool { Countries.codes.contains(text) }

    /// Whether a text is a time zone as `timezone` has it: a name of the IANA database.
    public static func isTimeZone(_ text: String) -> Bool { DecodingContext.isZone(text) }
}

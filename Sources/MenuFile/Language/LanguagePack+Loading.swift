public import Foundation

extension LanguagePack {
    /// Reads a pack from JSON and checks that nothing is left out.
    ///
    /// - Throws: `LanguagePackError`, the first thing that is wrong.
    public convenience init(json: Data) throws(LanguagePackError) {
        let file: PackFile
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .custom { path in PackKey(dashed: path.last?.stringValue ?? "") }
            file = try decoder.decode(PackFile.self, from: json)
        } catch {
            throw .malformed(String(describing: error))
        }
        try self.init(file)
    }
}

/// A key of a pack's JSON: names with dashes become Swift's, names that are data (phrase ids, currencies, keys of the
/// telephone) stay as they are, for they are read through dictionaries.
private struct PackKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    private static let names = [
        "on-weekdays": "onWeekdays", "on-days": "onDays", "on-date": "onDate", "until-day": "untilDay",
        "hours-with": "hoursWith", "last-two": "lastTwo", "up-to": "upTo", "spaced-fraction": "spacedFraction",
    ]

    init(dashed name: String) { stringValue = Self.names[name] ?? name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

import Foundation

extension DecodingContext {
    /// `timezone`, which must be there when the file has hours.
    func timeZone(_ reader: ObjectReader) -> String? {
        guard let value = reader.value("timezone") else {
            if reader.has("hours") {
                report(.missingKey, at: reader.position, "\"timezone\" is missing: \"hours\" mean nothing without it")
            }
            return nil
        }
        guard let name = reader.string("timezone") else { return nil }
        if !Self.isZone(name) {
            reportUnknown(
                .badZone, at: value.position, word: name,
                "\(Self.quoted(name)) is no time zone such as \"Europe/London\"",
                among: TimeZone.knownTimeZoneIdentifiers)
        }
        return name
    }

    /// Whether the IANA database has the name. Foundation also takes abbreviations and offsets ("EST", "GMT+3").
    static func isZone(_ name: String) -> Bool {
        if name == "UTC" || name == "GMT" { return true }
        guard name.contains("/"), !name.contains(".."), !name.hasPrefix("/"), name.utf8.count <= 64 else {
            return false
        }
        return TimeZone(identifier: name) != nil
    }

    /// `country`: two capital letters that ISO 3166 knows.
    func country(_ reader: ObjectReader) -> String? {
        guard let value = reader.value("country"), let code = reader.string("country") else { return nil }
        checkCountry(code, at: value.position)
        return code
    }

    func checkCountry(_ code: String, at position: Position) {
        if Countries.codes.contains(code) { return }
        let capital = code.uppercased()
        let fix = Countries.codes.contains(capital) ? capital : nil
        let hint = fix.map { "; did you mean \"\($0)\"?" } ?? ""
        report(
            .badValue, at: position,
            "\(Self.quoted(code)) is no country: expected two capital letters such as GB\(hint)",
            fix: fix)
    }
}

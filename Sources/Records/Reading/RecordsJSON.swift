public import Foundation

/// The rows as JSON, for scripts and other programs: one form everywhere.
public enum RecordsJSON {
    /// Rows as JSON: keys sorted, absent values null, times as "2026-03-03T17:00:00.123Z".
    ///
    /// - Parameter isPretty: on several lines, for people.
    /// - Throws: what `JSONEncoder` throws; the rows of this module never make it throw.
    public static func data(_ value: some Encodable, isPretty: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Timestamp.text(date))
        }
        return try encoder.encode(value)
    }
}

internal import Foundation
internal import GRDB

extension Row {
    /// The moment in a column.
    func moment(_ column: String) throws -> Date {
        guard let date = try momentIfAny(column) else {
            throw RecordsError.refused("the column \(column) holds no time")
        }
        return date
    }

    /// The moment in a column that may be empty.
    func momentIfAny(_ column: String) throws -> Date? {
        guard let text: String = self[column] else { return nil }
        guard let date = Timestamp.date(text) else {
            throw RecordsError.refused("the column \(column) holds no time but \"\(text.prefix(30))\"")
        }
        return date
    }
}

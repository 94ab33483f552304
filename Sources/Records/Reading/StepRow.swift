public import Foundation
internal import GRDB

/// One step of a call, as the file has it.
public struct StepRow: Sendable, Equatable, Encodable {
    /// From 0, in order.
    public let step: Int
    /// The step's place in the menu file.
    public let path: String
    /// When it was entered.
    public let entered: Date
    /// When it was left.
    public let left: Date
    /// The keys that it took; sensitive ones are masked.
    public let keys: String
    /// What came of it.
    public let result: String
}

extension StepRow {
    static func fetch(_ db: Database, call: String) throws -> [StepRow] {
        try Row.fetchAll(db, sql: "SELECT * FROM call_steps WHERE call = ? ORDER BY step", arguments: [call]).map {
            row in
            StepRow(
                step: row["step"], path: row["path"], entered: try row.moment("entered_at"),
                left: try row.moment("left_at"), keys: row["keys"], result: row["result"])
        }
    }
}

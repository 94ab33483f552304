internal import Foundation
internal import GRDB
public import Reception

/// One thing of a call's timeline, as the file has it.
public struct MomentRow: Sendable, Equatable {
    /// From 0, in the order in which things were noted.
    public let order: Int
    /// Milliseconds since the call began.
    public let milliseconds: Int
    /// The step's place in the menu file; empty outside all steps.
    public let step: String
    /// "prompt", "key", "decision"…; a newer release may know more than `CallMoment.Kind`.
    public let kind: String
    /// It in words.
    public let text: String
    /// It in numbers and names.
    public let details: CallMoment.Details
}

extension MomentRow: Encodable {
    private enum Key: String, CodingKey {
        case milliseconds = "ms", step, kind, text, details
    }

    /// Details that say nothing are left out.
    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(milliseconds, forKey: .milliseconds)
        try row.encode(step, forKey: .step)
        try row.encode(kind, forKey: .kind)
        try row.encode(text, forKey: .text)
        if details != CallMoment.Details() { try row.encode(details, forKey: .details) }
    }
}

extension MomentRow {
    /// The timeline of a call, in the order of time.
    static func fetch(_ db: Database, call: String) throws -> [MomentRow] {
        let sql = "SELECT * FROM call_moments WHERE call = ? ORDER BY at_ms, moment"
        return try Row.fetchAll(db, sql: sql, arguments: [call]).map { row in
            let details: String? = row["details"]
            return MomentRow(
                order: row["moment"], milliseconds: row["at_ms"], step: row["step"], kind: row["kind"],
                text: row["text"],
                details: details.flatMap { try? JSONDecoder().decode(CallMoment.Details.self, from: Data($0.utf8)) }
                    ?? CallMoment.Details())
        }
    }
}

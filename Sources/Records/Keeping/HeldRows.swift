internal import Foundation
internal import GRDB

/// Everything that is held about one person: every column of every row, by table.
public struct HeldRows: Sendable, Encodable {
    /// Rows by table; a table without any is left out.
    public let tables: [String: [[String: HeldValue]]]
    /// The sound files that belong to them.
    public let files: [String]

    /// Whether anything is held.
    public var isEmpty: Bool { tables.isEmpty }
}

/// A value of a column.
public enum HeldValue: Sendable, Hashable, Encodable {
    /// A text.
    case text(String)
    /// A whole number.
    case whole(Int64)
    /// Another number.
    case real(Double)
    /// Nothing.
    case null

    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .whole(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .text(data.base64EncodedString())
        }
    }

    /// As JSON has it.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .whole(let number): try value.encode(number)
        case .real(let number): try value.encode(number)
        case .null: try value.encodeNil()
        }
    }
}

extension RecordsReader {
    /// Everything that is held about one person.
    ///
    /// - Parameter forms: the ways in which the number may be written, E.164 first.
    /// - Throws: `RecordsError.refused`.
    public func held(forms: [String]) throws(RecordsError) -> HeldRows {
        try read { db in
            let scope = try PersonScope(db, forms: forms)
            var tables: [String: [[String: HeldValue]]] = [:]
            for entry in try PersonTables(db).entries {
                let rows = try PersonTables.rows(db, "SELECT *", entry, scope).map { row in
                    // A token opens a call that is under way, and is about nobody.
                    Dictionary(row.filter { $0.0 != "token" }.map { ($0.0, HeldValue($0.1)) }) { $1 }
                }
                if !rows.isEmpty { tables[entry.name] = rows }
            }
            return HeldRows(tables: tables, files: try KeepingRows(db).files(of: scope))
        }
    }
}

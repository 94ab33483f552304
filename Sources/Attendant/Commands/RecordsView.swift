import Foundation
import Records

/// `attendant callbacks list`: what the database holds, as tables or JSON.
public struct RecordsView {
    private let reader: RecordsReader

    /// Opens the database of a configuration for reading, also beside a running server.
    ///
    /// - Throws: `StartError.records`.
    public init(_ configuration: Configuration) throws(StartError) {
        do throws(RecordsError) {
            reader = try RecordsReader(file: Opening.database(configuration))
        } catch {
            throw .records("\(error)")
        }
    }

    /// The requests to be called back.
    ///
    /// - Throws: `StartError.records`.
    public func callbacks(openOnly: Bool, json: Bool) throws(StartError) -> String {
        let rows = try read { reader throws(RecordsError) in try reader.callbacks(open: openOnly) }
        if json { return try text(rows) }
        guard !rows.isEmpty else { return openOnly ? "nobody is waiting to be called back" : "no requests yet" }
        return Table(
            ["ID", "LIST", "NUMBER", "STATUS", "ASKED", "ABOUT", "NAME"],
            rows.map { row in
                [
                    "\(row.id)", row.list, row.number ?? "withheld", row.status.rawValue, Table.time(row.created),
                    row.reason.isEmpty ? row.label : row.reason, row.callerName ?? "",
                ]
            }
        ).text
    }

    private func read<Value>(
        _ body: (RecordsReader) throws(RecordsError) -> Value
    ) throws(StartError) -> Value {
        do throws(RecordsError) { return try body(reader) } catch { throw .records("\(error)") }
    }

    private func text(_ value: some Encodable) throws(StartError) -> String {
        do {
            return String(decoding: try RecordsJSON.data(value, isPretty: true), as: UTF8.self)
        } catch {
            throw .records("\(error)")
        }
    }
}

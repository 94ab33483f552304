import Foundation
import Records

/// `attendant calls list`, `calls show`: what the database holds, as tables or JSON.
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

    /// The last calls, newest first.
    ///
    /// - Throws: `StartError.records`.
    public func calls(limit: Int, json: Bool) throws(StartError) -> String {
        let rows = try read { reader throws(RecordsError) in try reader.calls(limit: limit) }
        if json { return try text(rows) }
        guard !rows.isEmpty else { return "no calls yet" }
        return Table(
            ["ID", "STARTED", "MENU", "FROM", "PATH", "OUTCOME", "SECONDS"],
            rows.map { row in
                [
                    row.id, Table.time(row.started), row.menu, row.number ?? (row.isWithheld ? "withheld" : "unknown"),
                    row.path, row.outcome ?? "under way",
                    row.ended.map { String(Int($0.timeIntervalSince(row.started).rounded())) } ?? "",
                ]
            }
        ).text
    }

    /// One call, step by step.
    ///
    /// - Throws: `StartError.records`.
    public func call(_ id: String, json: Bool) throws(StartError) -> String {
        let call = try read { reader throws(RecordsError) in try reader.call(id) }
        if json { return try text(CallWithSteps(call: call.row, steps: call.steps)) }
        let head =
            "call \(call.row.id) to \(call.row.menu) at \(Table.time(call.row.started)): "
            + "\(call.row.outcome ?? "under way")\(call.row.reason.isEmpty ? "" : " (\(call.row.reason))")"
        let table = Table(
            ["AT", "STEP", "KEYS", "RESULT"],
            call.steps.map { step in
                [
                    String(format: "%.2f", step.entered.timeIntervalSince(call.row.started)), step.path, step.keys,
                    step.result,
                ]
            })
        return head + "\n" + table.text
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

    private struct CallWithSteps: Encodable {
        let call: CallRow
        let steps: [StepRow]
    }
}

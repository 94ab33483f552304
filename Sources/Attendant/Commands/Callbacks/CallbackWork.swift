public import Foundation
import Records

/// `attendant callbacks claim`, `release`, `note`, `done`, `cancel`, `retry`, `call`: what people do with a request.
/// Beside a running server or without one; each is on disk when it returns.
public struct CallbackWork {
    private let writer: DeskWriter

    /// Opens the database of a configuration for writing.
    ///
    /// - Throws: `StartError.records`.
    public init(_ configuration: Configuration, now: @escaping @Sendable () -> Date = { Date() }) throws(StartError) {
        do throws(RecordsError) {
            writer = try DeskWriter(file: Opening.database(configuration), now: now)
        } catch {
            throw .records("\(error)")
        }
    }

    /// Gives a request to somebody. Each of these answers with one line that says where the request stands.
    ///
    /// - Throws: `StartError.records` when it does not go with where the request stands.
    public func claim(_ id: Int64, owner: String, isForced: Bool) throws(StartError) -> String {
        let row = try work { writer throws(RecordsError) in try writer.claim(id, by: owner, isForced: isForced) }
        return "\(Self.name(row)) is \(row.owner ?? owner)'s now; it is not called by itself"
    }

    /// Gives a request back to everybody.
    public func release(_ id: Int64) throws(StartError) -> String {
        let row = try work { writer throws(RecordsError) in try writer.release(id) }
        return "\(Self.name(row)) is nobody's now"
    }

    /// Writes a line about a request.
    public func note(_ id: Int64, _ text: String) throws(StartError) -> String {
        let row = try work { writer throws(RecordsError) in try writer.note(id, text) }
        return "noted with \(Self.name(row))"
    }

    /// Settles a request, with a line about it.
    public func done(_ id: Int64, note: String?) throws(StartError) -> String {
        let row = try work { writer throws(RecordsError) in try writer.done(id) }
        try annotate(id, note)
        return "\(Self.name(row)) is done"
    }

    /// Gives a request up, with a line about it.
    public func cancel(_ id: Int64, note: String?) throws(StartError) -> String {
        let row = try work { writer throws(RecordsError) in try writer.cancel(id) }
        try annotate(id, note)
        return "\(Self.name(row)) is cancelled"
    }

    /// Makes a request due now; one that ended without a talk begins anew.
    public func retry(_ id: Int64) throws(StartError) -> String {
        let row = try work { writer throws(RecordsError) in try writer.retry(id) }
        return "\(Self.name(row)) is due now"
    }

    private func annotate(_ id: Int64, _ note: String?) throws(StartError) {
        guard let note else { return }
        _ = try work { writer throws(RecordsError) in try writer.note(id, note) }
    }

    private static func name(_ row: CallbackRow) -> String {
        "callback \(row.id) (\(row.list), \(row.number ?? "withheld"))"
    }

    private func work<Value>(_ body: (DeskWriter) throws(RecordsError) -> Value) throws(StartError) -> Value {
        do throws(RecordsError) { return try body(writer) } catch { throw .records("\(error)") }
    }
}

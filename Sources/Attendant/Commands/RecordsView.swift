import Foundation
import Records

/// The database of a configuration, opened for reading by a command, and its faults in one line.
struct RecordsView {
    private let reader: RecordsReader

    init(_ configuration: Configuration) throws(StartError) {
        do throws(RecordsError) {
            reader = try RecordsReader(file: Opening.database(configuration))
        } catch {
            throw .records("\(error)")
        }
    }

    /// Reads rows.
    func read<Value>(_ body: (RecordsReader) throws(RecordsError) -> Value) throws(StartError) -> Value {
        do throws(RecordsError) { return try body(reader) } catch { throw .records("\(error)") }
    }

    /// Rows as JSON for people and programs.
    func text(_ value: some Encodable) throws(StartError) -> String {
        do {
            return String(decoding: try RecordsJSON.data(value, isPretty: true), as: UTF8.self)
        } catch {
            throw .records("\(error)")
        }
    }
}

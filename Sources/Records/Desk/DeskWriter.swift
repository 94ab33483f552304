public import Foundation
internal import GRDB

/// Works with requests by hand, for commands: beside a running server or without one. Every call blocks, and is on disk
/// when it returns.
///
/// Each throws `RecordsError`: `noRow`; `notNow` when it does not go with where the request stands, in one sentence that
/// says so; `refused`.
public struct DeskWriter: Sendable {
    private let queue: DatabaseQueue
    private let now: @Sendable () -> Date

    /// Opens the file.
    ///
    /// - Parameters:
    ///   - file: its path; it must be there, the server makes it.
    ///   - now: the calendar's time.
    /// - Throws: `RecordsError`: `cannotOpen` (also when there is none, or it waits for a migration), `damaged`,
    ///   `foreign`, `newer`.
    public init(
        file: String, limits: RecordsLimits = RecordsLimits(), now: @escaping @Sendable () -> Date = { Date() }
    ) throws(RecordsError) {
        queue = try RecordsFile.openToWork(file, limits: limits)
        self.now = now
    }

    /// Lets time do its work: expires, makes due, takes back what a dead server held.
    public func advance() throws(RecordsError) { try write { try $0.advance() } }

    /// Gives an open request to somebody, to whom it is left from then on.
    ///
    /// - Parameter isForced: also when it is somebody else's.
    public func claim(_ id: Int64, by owner: String, isForced: Bool = false) throws(RecordsError) -> CallbackRow {
        try change(id) { try $0.own(id, by: owner, isForced: isForced) }
    }

    /// Gives an open request back to everybody.
    public func release(_ id: Int64) throws(RecordsError) -> CallbackRow {
        try change(id) { try $0.disown(id) }
    }

    /// Writes a line about a request, below what is there.
    public func note(_ id: Int64, _ text: String) throws(RecordsError) -> CallbackRow {
        try change(id) { try $0.annotate(id, text) }
    }

    /// Settles an open request.
    public func done(_ id: Int64) throws(RecordsError) -> CallbackRow {
        try change(id) { try $0.settle(id, as: .done) }
    }

    /// Gives up an open request.
    public func cancel(_ id: Int64) throws(RecordsError) -> CallbackRow {
        try change(id) { try $0.settle(id, as: .cancelled) }
    }

    /// Makes a request due at once: an open one, or one that ended without a talk, which begins a new round of tries. It
    /// is called when its list's hours allow.
    public func retry(_ id: Int64) throws(RecordsError) -> CallbackRow {
        try change(id) { try $0.callNow(id) }
    }

    /// What is there, for whoever has opened the file to change it.
    public var reader: RecordsReader { RecordsReader { [queue] in queue } }

    private func change(_ id: Int64, _ body: (DeskRows) throws -> Void) throws(RecordsError) -> CallbackRow {
        try write { rows in
            try body(rows)
            return try rows.row(id)
        }
    }

    private func write<Value>(_ body: (DeskRows) throws -> Value) throws(RecordsError) -> Value {
        try RecordsReader.translated { try queue.write { try body(DeskRows($0, now: now())) } }
    }
}

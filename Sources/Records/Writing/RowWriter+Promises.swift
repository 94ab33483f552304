internal import GRDB
internal import Reception

extension RowWriter {
    /// Writes a row that somebody waits for.
    mutating func fulfil(_ promise: Promise) throws -> Promise.Fulfilment {
        switch promise {
        case .callback(let request):
            if let words = try tooMany(request) { return .tooMany(words) }
            return .stored(try store(request))
        case .message(let message):
            try keep(message)
            return .kept
        }
    }

    /// Runs `body`, whose first statement may be refused: a row that breaks a rule of the schema then takes only itself
    /// back, not its whole transaction. SQLite undoes such a statement by itself, so no savepoint is spent on each row.
    ///
    /// - Throws: what stops the whole transaction: no space, a lock, a damaged file.
    mutating func attempt(_ body: (inout RowWriter) throws -> Promise.Fulfilment) throws -> Promise.Fulfilment {
        do {
            return try body(&self)
        } catch let error as DatabaseError where error.isAboutTheRow {
            return .refused(error.words)
        }
    }
}

extension DatabaseError {
    /// Whether another row would have gone through.
    var isAboutTheRow: Bool { [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG].contains(resultCode) }
}

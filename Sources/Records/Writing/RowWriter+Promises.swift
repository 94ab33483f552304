internal import GRDB
internal import Reception

extension RowWriter {
    /// Writes a row that somebody waits for.
    mutating func fulfil(_ promise: Promise) throws -> Promise.Fulfilment {
        switch promise {
        case .callback(let request): return .stored(try store(request))
        case .message(let message):
            try keep(message)
            return .kept
        }
    }

    /// Runs `body` so that a row that breaks a rule of the schema takes only itself back, not its whole transaction.
    ///
    /// - Throws: what stops the whole transaction: no space, a lock, a damaged file.
    mutating func attempt(
        _ body: (inout RowWriter) throws -> Promise.Fulfilment
    ) throws -> Promise.Fulfilment {
        var copy = self
        var result = Promise.Fulfilment.kept
        do {
            try db.inSavepoint {
                result = try body(&copy)
                return .commit
            }
        } catch let error as DatabaseError where error.isAboutTheRow {
            return .refused(error.words)
        }
        openInList = copy.openInList
        hasTold = copy.hasTold
        return result
    }
}

extension DatabaseError {
    /// Whether another row would have gone through.
    var isAboutTheRow: Bool { [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG].contains(resultCode) }
}

internal import Foundation
internal import GRDB
internal import Reception

/// The limits against abuse. They are asked before a row is made; a request that only refreshes an open one is never
/// refused, for its caller is on the list already.
extension RowWriter {
    /// The limit that a new request would break, in words; nil: none.
    mutating func tooMany(_ request: CallbackRequest) throws -> String? {
        guard try !isOnList(request) else { return nil }
        if let number = request.number {
            let since = Timestamp.text(request.at.addingTimeInterval(-86_400))
            let made = try count("number = ? AND created_at > ?", [number, since])
            if made >= limits.callbacksPerNumber {
                return
                    "one number asked \(made) times in 24 hours; callbacks-per-number is \(limits.callbacksPerNumber)"
            }
        }
        let made = try madeInHour ?? count("created_at > ?", [Timestamp.text(request.at.addingTimeInterval(-3600))])
        madeInHour = made
        return made < limits.callbacksPerHour
            ? nil : "\(made) requests in an hour; callbacks-per-hour is \(limits.callbacksPerHour)"
    }

    private func isOnList(_ request: CallbackRequest) throws -> Bool {
        guard let number = request.number else { return false }
        let condition = "list = ? AND number = ? AND status IN \(CallbackStatus.openList)"
        return try count(condition, [request.list, number]) > 0
    }

    private func count(_ condition: String, _ arguments: StatementArguments) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM callbacks WHERE \(condition)")
        return try Int.fetchOne(statement, arguments: arguments) ?? 0
    }
}

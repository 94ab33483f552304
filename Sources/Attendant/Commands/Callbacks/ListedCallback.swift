import Records

/// A request as programs get it: the row, and whether it is late.
struct ListedCallback: Encodable {
    let row: CallbackRow
    let isOverdue: Bool

    private enum Key: String, CodingKey { case overdue }

    func encode(to encoder: any Encoder) throws {
        try row.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(isOverdue, forKey: .overdue)
    }
}

/// A request and what was tried.
struct CallbackWithAttempts: Encodable {
    let callback: ListedCallback
    let attempts: [AttemptRow]
}

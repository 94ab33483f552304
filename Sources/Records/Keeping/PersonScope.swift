internal import GRDB

/// Which rows are about one person: found by number, as it was written anywhere, and by the calls that hang together.
///
/// A request that was typed on another telephone is about whoever typed it as well as about its number, so calls and
/// requests of one conversation go together.
struct PersonScope {
    let calls: [String]
    let callbacks: [Int64]
    let messages: [Int64]

    /// Shorter numbers are not looked for among typed keys: too much else looks like them.
    static let shortestInKeys = 7

    /// - Parameter forms: the ways in which the number may be written, E.164 first.
    init(_ db: Database, forms: [String]) throws {
        let list = try Self.json(forms)
        var calls = Set(
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM calls WHERE number IN (SELECT value FROM json_each(?1))
                    UNION SELECT call FROM callbacks WHERE number IN (SELECT value FROM json_each(?1))
                    OR number_given IN (SELECT value FROM json_each(?1))
                    UNION SELECT call FROM messages WHERE number IN (SELECT value FROM json_each(?1))
                    """, arguments: [list]))
        for form in forms where form.utf8.count >= Self.shortestInKeys {
            calls.formUnion(
                try String.fetchAll(db, sql: "SELECT call FROM call_steps WHERE instr(keys, ?) > 0", arguments: [form]))
        }
        self.calls = calls.sorted()
        let ofCalls = try Self.json(self.calls)
        callbacks = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM callbacks WHERE number IN (SELECT value FROM json_each(?1))
                OR number_given IN (SELECT value FROM json_each(?1)) OR call IN (SELECT value FROM json_each(?2))
                """, arguments: [list, ofCalls])
        messages = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM messages WHERE number IN (SELECT value FROM json_each(?1))
                OR call IN (SELECT value FROM json_each(?2))
                """, arguments: [list, ofCalls])
    }

    /// Rows by their ids, for what has grown too old.
    init(calls: [String], callbacks: [Int64], messages: [Int64]) {
        (self.calls, self.callbacks, self.messages) = (calls, callbacks, messages)
    }

    var isEmpty: Bool { calls.isEmpty && callbacks.isEmpty && messages.isEmpty }

    /// Each root table with the ids in scope, as a JSON array for `json_each`.
    func roots() throws -> [(table: String, ids: String)] {
        [
            ("calls", try Self.json(calls)), ("callbacks", try Self.json(callbacks)),
            ("messages", try Self.json(messages)),
        ]
    }

    private static func json(_ values: some Encodable) throws -> String {
        String(decoding: try RecordsJSON.data(values), as: UTF8.self)
    }
}

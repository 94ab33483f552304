import Foundation

extension Server {
    /// Rows of the server's database, read by another program than the server: one dictionary each, values as text,
    /// NULL left out.
    nonisolated func rows(_ query: String) async throws -> [[String: String]] {
        let words = ["sqlite3", "-readonly", "-json", data.appending(path: "attendant.sqlite").path, query]
        let output = try await Command.run(words)
        guard output.code == 0 else {
            throw BedError.command("sqlite3", code: output.code, output: output.text)
        }
        guard !output.text.isEmpty else { return [] }
        let rows = try JSONDecoder().decode([[String: Value?]].self, from: Data(output.text.utf8))
        return rows.map { $0.compactMapValues { $0?.text } }
    }

    /// Waits until a query has the given number of rows: what is not a promise to the caller is written off the call's
    /// path, so a moment after the call.
    nonisolated func rows(_ query: String, count: Int) async throws -> [[String: String]] {
        try await eventually("\(count) rows of “\(query)”", within: .seconds(5)) {
            let rows = try await rows(query)
            return rows.count == count ? rows : nil
        }
    }

    /// A value of SQLite's JSON output.
    private struct Value: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else if let whole = try? container.decode(Int.self) {
                text = "\(whole)"
            } else {
                text = "\(try container.decode(Double.self))"
            }
        }
    }
}

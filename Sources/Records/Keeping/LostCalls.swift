public import Foundation
internal import GRDB

extension Records {
    /// Why a call is closed that no server goes on with.
    public static let lostReason = "the server was killed in the call"

    /// Closes the calls that a killed server left open: as `failed`, with `lostReason`, at the moment of the last thing
    /// that is known of them. While another server uses the file nobody can know which calls are its own, and nothing
    /// is done; a server that ends in order leaves no call open.
    ///
    /// - Parameter date: only calls that began before it, which is when this server opened the file.
    /// - Returns: how many there were; nil while there is another server.
    /// - Throws: `RecordsError.refused`: none was closed.
    public func closeLost(before date: Date) async throws(RecordsError) -> Int? {
        try await RecordsReader.translatedAsync {
            try await self.pool.writeWithoutTransaction { [hold] db in
                try hold?.ifAlone {
                    try db.execute(
                        sql: Self.closing, arguments: [Self.lostReason, Timestamp.text(date)])
                    return db.changesCount
                }
            }
        }
    }

    private static let closing = """
        UPDATE calls SET outcome = 'failed', reason = ?, ended_at = max(
            started_at,
            coalesce((SELECT max(left_at) FROM call_steps WHERE call = calls.id), ''),
            coalesce((SELECT strftime('%Y-%m-%dT%H:%M:%fZ', started_at, (max(at_ms) / 1000.0) || ' seconds')
                FROM call_moments WHERE call = calls.id), ''))
        WHERE ended_at IS NULL AND started_at < ?
        """
}

internal import GRDB
internal import Synchronization

/// What is switched by hand, in memory, for calls must not wait for a disk; and the watch that keeps it true.
///
/// The watch asks SQLite once a second whether anybody else has committed something (`PRAGMA data_version`, which looks
/// into the shared memory of the log and reads no page). A file watch on the log would tell sooner, but the log is
/// emptied, removed and made anew as SQLite pleases, and network file systems tell nothing; this holds everywhere, and a
/// second is soon enough for somebody who has just typed a command.
final class SwitchMemory: Sendable {
    /// So often it is looked.
    static let interval = Duration.seconds(1)

    private struct State {
        var tables: SwitchTables
        /// `PRAGMA data_version` of the watch's own connection when the tables were read.
        var version: Int?
        var connection: DatabaseQueue?
        /// Of the connection: a file that was removed or replaced is read no more.
        var identity: FileIdentity?
        var isFailing = false
    }

    private let file: String
    private let limits: RecordsLimits
    private let onTrouble: @Sendable (RecordsTrouble) -> Void
    private let state: Mutex<State>

    /// Reads the tables. Blocks.
    init(
        _ pool: DatabasePool, file: String, limits: RecordsLimits,
        onTrouble: @escaping @Sendable (RecordsTrouble) -> Void
    ) throws(RecordsError) {
        self.file = file
        self.limits = limits
        self.onTrouble = onTrouble
        state = Mutex(State(tables: try RecordsReader.translated { try pool.read { try SwitchTables($0) } }))
    }

    /// What counts now.
    var tables: SwitchTables { state.withLock { $0.tables } }

    /// Looks again and again until the task is cancelled.
    ///
    /// - Parameter first: done before each look.
    func watch(_ clock: any Clock<Duration>, first: () async -> Void) async {
        while !Task.isCancelled {
            await first()
            await look()
            do { try await clock.sleep(for: Self.interval) } catch { break }
        }
        state.withLock { $0.connection = nil }
    }

    /// Takes over what others have committed. When the file cannot be read, what was read last counts on.
    func look() async {
        do {
            let connection = try connection()
            let known = state.withLock { $0.version }
            let news = try await connection.read { db -> (version: Int?, tables: SwitchTables)? in
                let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
                return version == known && known != nil ? nil : (version, try SwitchTables(db))
            }
            state.withLock { state in
                state.isFailing = false
                guard let news else { return }
                (state.version, state.tables) = news
            }
        } catch is CancellationError {
            return
        } catch {
            failed((error as? DatabaseError)?.advised ?? "\(error)")
        }
    }

    private func connection() throws -> DatabaseQueue {
        let identity = FileIdentity(file)
        if let connection = state.withLock({ $0.identity == identity ? $0.connection : nil }) { return connection }
        let connection = try RecordsFile.openToRead(file, limits: limits)
        state.withLock { state in
            (state.connection, state.identity) = (connection, identity)
            state.version = nil
        }
        return connection
    }

    /// Told once; the connection is made anew, in case that it is what is wrong.
    private func failed(_ words: String) {
        let isFirst = state.withLock { state in
            defer { state.isFailing = true }
            state.connection = nil
            return !state.isFailing
        }
        if isFirst { onTrouble(.switchesNotRead(words: words)) }
    }
}

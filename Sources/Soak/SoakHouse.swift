import FakeAsterisk
import Foundation
import GRDB
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The installation under soak: its folders, the socket, and whichever server is behind it.
final class SoakHouse: Sendable {
    /// When a server was killed, by the monotonic clock, and whether it was told to end in order.
    typealias Moment = ContinuousClock.Instant

    private struct State {
        var server: SoakServer?
        var count = 0
        var ending: [Task<Int32, Never>] = []
        var kills: [Moment] = []
        /// Kills at the first word that a caller hears from now on.
        var isArmed = false
    }

    let folder: String
    let socket: LoopbackSocket
    private let program: String
    private let menus: String
    private let arguments: [String]
    private let state = Mutex(State())

    var data: String { folder + "/data" }
    var database: String { data + "/attendant.sqlite" }
    var log: String { folder + "/log" }
    var recordings: any RecordingStore { RecordingFolder(data + "/messages") }
    var kills: [Moment] { state.withLock { $0.kills } }

    /// Makes the folders and copies the sample menus.
    ///
    /// - Parameters:
    ///   - program: the built `attendant`.
    ///   - menus: the folder of the sample menus.
    ///   - named: those that are served.
    ///   - sounds: where sounds are kept; nil: in the house.
    ///   - webPort: where the shop's web service is; nil: it is left where it was.
    /// - Throws: `SoakError`.
    init(
        program: String, menus: String, named: [String], sounds: String? = nil, webPort: UInt16? = nil
    ) throws {
        let made = FileManager.default.temporaryDirectory.appending(path: "attendant-soak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        folder = made.resolvingSymlinksInPath().path
        self.program = program
        self.menus = menus
        socket = try LoopbackSocket()
        arguments = [
            "--menus", folder + "/menus", "--data", folder + "/data", "--sounds", sounds ?? folder + "/sounds",
            "--mailcmd", "/bin/cat", "--log", "warning", "--callbacks-per-number", "1000000", "--callbacks-per-hour",
            "1000000", "--env", "SHOP_TOKEN",
        ]
        try FileManager.default.createDirectory(atPath: folder + "/menus", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "/data/messages", withIntermediateDirectories: true)
        for menu in named { try write(menu, webPort: webPort) }
    }

    /// Takes everything away.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ menu: String, webPort: UInt16?) throws {
        var text = try String(contentsOfFile: "\(menus)/\(menu).json", encoding: .utf8)
        if let webPort {
            text = text.replacing("https://orders.harbour.example/", with: "http://127.0.0.1:\(webPort)/")
        }
        try text.write(toFile: "\(folder)/menus/\(menu).json", atomically: true, encoding: .utf8)
    }
}

// MARK: - Servers

extension SoakHouse {
    /// Starts a server, the next one behind the socket.
    func start() throws(SoakError) {
        let server = try SoakServer(program, socket, arguments, clock: clock, log: log)
        state.withLock { state in
            state.server = server
            state.count += 1
        }
    }

    /// The first server's day is a Tuesday at ten in London; each next one begins ten hours later, by night and by day.
    private var clock: String {
        let tuesday = Date(timeIntervalSince1970: 1_772_532_000)
        return tuesday.addingTimeInterval(Double(state.withLock { $0.count }) * 36_000).formatted(.iso8601)
    }

    /// Tells the server to end when its calls have, and starts the next one at once.
    func restart() throws(SoakError) {
        end(SIGTERM)
        try start()
    }

    /// Has the server killed as soon as somebody hears a word: then a call is under way for sure.
    func kill() { state.withLock { $0.isArmed = true } }

    /// A caller has heard something.
    func heard() {
        guard state.withLock({ $0.isArmed.take() }) else { return }
        end(SIGKILL)
        try? start()
    }

    /// SIGHUP.
    func reload() { state.withLock { $0.server }?.signal(SIGHUP) }

    /// Ends the last server in order and waits for all of them.
    ///
    /// - Returns: how they ended, but for those that were killed.
    func stop() async -> [Int32] {
        end(SIGTERM)
        var ends: [Int32] = []
        for ending in state.withLock({ $0.ending }) { ends.append(await ending.value) }
        return ends.filter { $0 != -SIGKILL }
    }

    /// What the server holds now.
    func sample(calls: Int) -> ServerSample? {
        let (server, count) = state.withLock { ($0.server, $0.count) }
        return server.flatMap { ServerSample($0.process, server: count, calls: calls) }
    }

    private func end(_ signal: Int32) {
        state.withLock { state in
            guard let server = state.server.take() else { return }
            if signal == SIGKILL { state.kills.append(.now) }
            server.signal(signal)
            state.ending.append(Task { await server.end() })
        }
    }
}

extension Bool {
    /// The value; false from then on.
    fileprivate mutating func take() -> Bool {
        defer { self = false }
        return self
    }
}

// MARK: - What else may happen

extension SoakHouse {
    /// Runs the program to its end, as an admin beside the server would.
    ///
    /// - Returns: its exit code.
    func run(_ words: [String]) async -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = words + ["--menus", folder + "/menus", "--data", data]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(returning: -1) }
        }
    }

    /// Writes nonsense into a menu file, or what was in it before.
    func setMenu(isBroken: Bool) {
        let file = folder + "/menus/reception.json"
        let text = (try? String(contentsOfFile: menus + "/reception.json", encoding: .utf8)) ?? ""
        let bytes = isBroken ? String(text.prefix(text.count / 2)) : text + "\n"
        try? bytes.write(toFile: file, atomically: !isBroken, encoding: .utf8)
    }

    /// Removes the sound files; their folder stays.
    func removeSounds() {
        let sounds = folder + "/sounds"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: sounds)) ?? [] {
            try? FileManager.default.removeItem(atPath: sounds + "/" + name)
        }
    }

    /// Holds SQLite's write lock until `release` ends.
    func lock(until release: AsyncStream<Never>) async {
        var settings = GRDB.Configuration()
        // A lock that lasts is what it is for.
        settings.allowsUnsafeTransactions = true
        guard let queue = try? DatabaseQueue(path: database, configuration: settings) else { return }
        _ = try? await queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA busy_timeout = 5000")
            try db.execute(sql: "BEGIN IMMEDIATE")
        }
        for await _ in release {}
        _ = try? await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try? queue.close()
    }
}

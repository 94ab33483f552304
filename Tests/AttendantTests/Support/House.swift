import FakeAsterisk
import Foundation
import Logging
import Records
import Sockets

@testable import Attendant

/// A whole server for one test: a port that the kernel chose, folders of its own, menus that the test writes.
struct House: Sendable {
    let server: AttendantServer
    let configuration: Configuration
    let log: SeenLog
    private(set) var port: UInt16
    let loop: EventLoop
    /// Kept until the last one who looks at the files has gone.
    private let folder: TemporaryFolder

    /// Serves the menus while `body` runs, then stops.
    static func open<Value: Sendable>(
        _ menus: [String: String] = ["reception": Menus.reception], change: (inout Configuration) -> Void = { _ in },
        _ body: @Sendable (House) async throws -> Value
    ) async throws -> Value {
        let folder = try TemporaryFolder()
        for (name, text) in menus { try folder.write(text, "menus/\(name).json") }
        var configuration = Configuration()
        configuration.listen = ["127.0.0.1:0"]
        configuration.menus = folder.path + "/menus"
        configuration.data = folder.path + "/data"
        configuration.sounds = SharedSounds.folder
        configuration.grace = 0
        configuration.mailcmd = "/bin/cat"
        change(&configuration)
        let log = SeenLog()
        let settings = configuration
        let server = try await StartGate.shared.pass { try await AttendantServer(settings, logger: log.logger) }
        let port = try Endpoint(server.addresses[0]).port
        let house = House(
            server: server, configuration: configuration, log: log, port: port,
            loop: try EventLoopGroup(count: 1).next(), folder: folder)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { server.stop() }
            return try await body(house)
        }
    }

    /// Serves calls by a desk of the test's own, with its port in place of the server's, while `body` runs.
    func serving(by desk: CallDesk, _ body: (House) async throws -> Void) async throws {
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let server = Server(listener, group: try EventLoopGroup(count: 1))
        var house = self
        house.port = listener.addresses[0].port
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.serve { await desk.take($0) } }
            defer { server.stop(within: .zero) }
            try await body(house)
        }
    }

    /// Writes a menu as a careful program does: beside it, then over it.
    func write(_ text: String, _ name: String) throws { try folder.write(text, "menus/\(name).json") }

    /// A call that costs no time.
    func call(
        _ keys: String, _ call: IncomingCall = IncomingCall(), _ world: FakeAsterisk.World = Menus.world,
        observe: @escaping @Sendable (CallEvent) -> Void = { _ in }
    ) async throws -> CallReport {
        var world = world
        world.recordings = RecordingFolder(Opening.messages(configuration))
        let fake = FakeCall(call, world: world, caller: try CallerScript(keys))
        return try await fake.run(host: "127.0.0.1", port: port, on: loop, observe: observe)
    }

    /// A call in real time, whose caller acts live.
    func liveCall(
        _ live: AsyncStream<LiveAct>, observe: @escaping @Sendable (CallEvent) -> Void
    ) async throws -> CallReport {
        let fake = FakeCall(IncomingCall(), world: Menus.world, pace: .real)
        return try await fake.run(host: "127.0.0.1", port: port, on: loop, live: live, observe: observe)
    }

    /// Plays a strict script.
    func play(_ script: String, _ call: IncomingCall = IncomingCall()) async throws {
        try await ScriptedAsterisk(script, call: call).run(host: "127.0.0.1", port: port, on: loop)
    }

    /// A bare connection.
    func connect() async throws -> Connection {
        let address = try Endpoint(host: "127.0.0.1", port: port).resolve()[0]
        return try await Connection.connect(to: address, on: loop)
    }

    /// Reads the records, what is queued included.
    func records() async -> RecordsReader {
        await server.records.flush()
        return server.records.reader
    }
}

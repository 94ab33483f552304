public import Logging
import MenuFile
import Reception
public import Rehearsal
import Sockets
import Speech

/// A server that answers the calls of call tests, over real TCP and in real time: `attendant serve --rehearsal`. It keeps
/// nothing and rings nobody but whom Asterisk rings.
public final class RehearsalServer: Sendable {
    /// The addresses it listens on, with the ports that the kernel chose.
    public var addresses: [String] { servers.flatMap { $0.listener.addresses.map(\.description) } }
    /// The menus whose tests it answers, and how many calls each has, by name.
    public var menus: [(name: String, calls: Int)] {
        desk.menus.map { ($0.key, $0.value.tests.calls.count) }.sorted { $0.0 < $1.0 }
    }

    private let desk: RehearsalDesk
    private let servers: [Server]

    /// Told when a call has ended: the menu's name, the place of the test in its file, and what happened.
    public typealias Ended = @Sendable (String, Int, CallAccount) -> Void

    /// Loads menus and their tests and listens; serves nothing yet.
    ///
    /// - Parameters:
    ///   - files: the menu files; those without tests beside them are left out.
    ///   - ended: told of each call.
    /// - Throws: `StartError`: a file has errors, there are no tests, or an address cannot be listened on.
    public convenience init(
        _ files: [String], _ configuration: Configuration, logger: Logger,
        ended: @escaping Ended = { _, _, _ in }
    ) throws(StartError) {
        try self.init(files, configuration, try Opening.speech(configuration, logger: logger), logger, ended: ended)
    }

    /// - Parameter library: makes the sounds.
    init(
        _ files: [String], _ configuration: Configuration, _ library: any PromptLibrary, _ logger: Logger,
        ended: @escaping Ended = { _, _, _ in }
    ) throws(StartError) {
        var menus: [String: RehearsedMenu] = [:]
        for file in files {
            guard let menu = try RehearsedMenu(file) else { continue }
            menus[MenuFolder.name(of: file)] = menu
        }
        guard !menus.isEmpty else {
            throw .menus("\(files.first ?? configuration.menus): there are no call tests; expected NAME.test.json")
        }
        try Opening.folders(configuration)
        let (group, listeners) = try Opening.listeners(configuration)
        desk = RehearsalDesk(
            menus: menus, prompts: library, house: Opening.house(configuration), logger: logger,
            ended: ended)
        servers = Opening.servers(configuration, group, listeners, logger)
    }

    /// Makes the sounds that need nothing of a call, so that no test waits for one.
    public func prepare() async {
        for menu in desk.menus.values {
            for prompt in StaticPrompts.of(menu.version.document) {
                _ = try? await menu.version.recorded(desk.prompts).sound(of: prompt)
            }
        }
    }

    /// Serves until `stop()` or until the task is cancelled.
    public func run() async {
        await withDiscardingTaskGroup { calls in
            for server in servers {
                calls.addTask { try? await server.serve { connection in await self.desk.take(connection) } }
            }
        }
    }

    /// Takes no more calls; those under way may go on for two seconds.
    public func stop() { for server in servers { server.stop(within: .seconds(2)) } }
}

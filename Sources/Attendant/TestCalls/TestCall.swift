import FakeAsterisk
import Foundation
import Sockets

/// `attendant call`: a call without a telephone, to a running server or walked here.
public struct TestCall: Sendable {
    /// What is asked for, as the command line has it.
    public struct Request: Sendable {
        /// A menu's name, or a menu file.
        public var menu: String
        /// What the caller does; nil: the keyboard is the keypad.
        public var keys: String?
        /// The caller's number, "hidden", or nil.
        public var from: String?
        /// The caller's name.
        public var name: String?
        /// The dialled number.
        public var called: String?
        /// When the call arrives.
        public var at: String?
        /// How telephones behave.
        public var people: String?
        /// HOST:PORT of the server to call.
        public var agi: String?
        /// What else the call meets.
        public var world = WorldOptions()
        /// Whether prompts are played on this machine.
        public var isHeard = false
        /// Whether nothing is shown but what is asked for.
        public var isQuiet = false
        /// Whether the call is saved as a test without asking.
        public var savesTest = false
        /// Where; nil: beside the menu.
        public var testFile: String?

        /// A request.
        public init(
            menu: String, keys: String? = nil, from: String? = nil, name: String? = nil, called: String? = nil,
            at: String? = nil, people: String? = nil, agi: String? = nil
        ) {
            self.menu = menu
            self.keys = keys
            self.from = from
            self.name = name
            self.called = called
            self.at = at
            self.people = people
            self.agi = agi
        }
    }

    let request: Request
    let configuration: Configuration
    let script: CallerScript?
    let telephones: [String: TestTelephone]

    /// A call that is not placed yet.
    ///
    /// - Throws: `StartError.setting` when `--keys` or `--people` cannot be read.
    public init(_ request: Request, _ configuration: Configuration) throws(StartError) {
        self.request = request
        self.configuration = configuration
        do throws(FakeAsteriskError) {
            script = try request.keys.map { text throws(FakeAsteriskError) in try CallerScript(text) }
        } catch {
            throw .setting("--keys: \(error)")
        }
        // A call that is walked here reads them as a call test does.
        telephones = request.agi == nil ? [:] : try TestTelephone.list(request.people ?? "")
        if request.agi != nil { try refuseWorld() }
    }

    /// What only a call that is walked here can meet.
    private func refuseWorld() throws(StartError) {
        guard request.at != nil || request.world.isSaid || request.savesTest || request.isHeard else { return }
        throw .setting(
            "--agi: a running server has its own clock, web services and records; expected no --at, --world, --web, "
                + "--queues, --notices, --switch, --listed, --channel, --args, --sound or --save-test beside it")
    }

    /// Places the call.
    ///
    /// - Parameter show: told of each thing when it happens, as a line for people.
    /// - Returns: the call.
    /// - Throws: `StartError`.
    public func place(show: @escaping @Sendable (String) -> Void) async throws -> TestCallReport {
        switch try await route() {
        case .server(let endpoint): return try await dial(endpoint, show: show)
        case .here(let file):
            guard let script else { return try await typed(file, show: show) }
            return try await rehearsed(file, script, show: show)
        }
    }

    /// Where a call goes.
    private enum Route {
        case server(Endpoint)
        case here(file: String)
    }

    private func route() async throws(StartError) -> Route {
        if let agi = request.agi { return .server(try endpoint(agi, "--agi")) }
        if request.menu.contains("/") || request.menu.hasSuffix(".json") { return .here(file: request.menu) }
        if request.at == nil, request.people == nil, !isOwn, let text = configuration.listen.first {
            let server = try endpoint(text, "listen")
            if await answers(server) { return .server(server) }
        }
        return .here(file: (configuration.menus as NSString).appendingPathComponent("\(request.menu).json"))
    }

    /// Whether something is wanted that only a call walked here has.
    private var isOwn: Bool { request.world.isSaid || request.savesTest || request.isHeard }

    private func endpoint(_ text: String, _ setting: String) throws(StartError) -> Endpoint {
        do throws(SocketError) { return try Endpoint(text) } catch { throw .setting("\(setting): \(error)") }
    }

    /// Whether somebody listens there; a server takes such a probe without a sound.
    private func answers(_ endpoint: Endpoint) async -> Bool {
        guard let loop = try? EventLoopGroup(count: 1).next(), let address = try? endpoint.resolve().first,
            let connection = try? await Connection.connect(to: address, on: loop, timeout: .seconds(1))
        else { return false }
        connection.close()
        return true
    }
}

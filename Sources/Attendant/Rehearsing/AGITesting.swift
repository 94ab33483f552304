import FakeAsterisk
import Foundation
import Logging
import MenuFile
import Reception
import Rehearsal
import Sockets

/// Plays call tests to a server over TCP, with the fake Asterisk and in real time, and compares each with the same call
/// on the simulated telephone.
struct AGITesting: Sendable {
    /// Where the server is.
    enum Server: Sendable, Equatable {
        /// One of our own, for as long as the tests last.
        case own
        /// One that was started with `attendant serve --rehearsal`.
        case other(Endpoint)

        /// Reads "own" or HOST:PORT.
        ///
        /// - Throws: `StartError.setting`.
        init(_ text: String) throws(StartError) {
            guard text != "own" else {
                self = .own
                return
            }
            do throws(SocketError) {
                self = .other(try Endpoint(text))
            } catch {
                throw .setting("--agi: \(error); expected HOST:PORT, or \"own\" for a server of its own")
            }
        }
    }

    /// How one call went over TCP.
    struct Result: Sendable, Equatable {
        let name: String
        let position: Position
        /// What went otherwise than on the simulated telephone, in one line; nil: nothing.
        let why: String?
        /// How long it was.
        let length: Duration
    }

    /// A server may be anybody's. So many bytes of commands are more than any account of a call needs.
    static let mostBytes = 2 << 20
    /// So much longer than twice the simulated call may one over TCP be.
    private static let spare = Duration.seconds(60)
    /// So much is shown of what a server gives as its reason.
    private static let longestReason = 200

    private let configuration: Configuration
    private let server: Server
    /// Calls wait most of their time, for people who speak and for people who think.
    private let atOnce: Int

    init(_ configuration: Configuration, _ server: Server, atOnce: Int = 16) {
        self.configuration = configuration
        self.server = server
        self.atOnce = atOnce
    }

    /// Plays all calls beside a menu file.
    ///
    /// - Parameter report: how they went on the simulated telephone.
    /// - Returns: in the order of the file; nil: there are no tests beside it.
    /// - Throws: `StartError`: there is no such server, it cannot be started, or a file cannot be read.
    func run(beside file: String, _ report: CallTestReport) async throws(StartError) -> [Result]? {
        guard let menu = try RehearsedMenu(file) else { return nil }
        switch server {
        case .other(let endpoint):
            return try await run(menu, report, on: endpoint, messages: Opening.messages(configuration))
        case .own:
            return try await onOwnServer(file) { endpoint, messages in
                try await run(menu, report, on: endpoint, messages: messages)
            }
        }
    }

    private func onOwnServer(
        _ file: String, _ body: (Endpoint, String) async throws -> [Result]
    ) async throws(StartError) -> [Result] {
        var own = configuration
        own.listen = ["127.0.0.1:0"]
        own.allow = ["127.0.0.0/8"]
        own.data = NSTemporaryDirectory() + "attendant-rehearsal-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: own.data) }
        let (library, isEstimated) = RehearsedSounds.prompts(of: file, own)
        guard !isEstimated else { throw .speech("--agi: there is no eSpeak NG, and so no sound to play") }
        let server = try RehearsalServer(
            [file], own, library, Log.silent)
        await server.prepare()
        do {
            let endpoint = try Endpoint(server.addresses.first ?? "")
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await server.run() }
                defer { server.stop() }
                return try await body(endpoint, Opening.messages(own))
            }
        } catch {
            throw error as? StartError ?? .listen("\(error)")
        }
    }

    private func run(
        _ menu: RehearsedMenu, _ report: CallTestReport, on endpoint: Endpoint, messages: String
    ) async throws(StartError) -> [Result] {
        let calls = Array(zip(menu.tests.calls, report.results).enumerated())
        let results = await withTaskGroup(of: (Int, Swift.Result<Result, StartError>).self) { group in
            var waiting = calls.makeIterator()
            var results: [(Int, Swift.Result<Result, StartError>)] = []
            func add() {
                guard let (index, (test, simulated)) = waiting.next() else { return }
                group.addTask { (index, await play(menu, test, index, simulated, on: endpoint, messages)) }
            }
            for _ in 0..<max(1, atOnce) { add() }
            for await result in group {
                results.append(result)
                add()
            }
            return results
        }
        var played: [Result] = []
        for (_, result) in results.sorted(by: { $0.0 < $1.0 }) { played.append(try result.get()) }
        return played
    }

    private func play(
        _ menu: RehearsedMenu, _ test: CallTest, _ index: Int, _ simulated: CallTestResult, on endpoint: Endpoint,
        _ messages: String
    ) async -> Swift.Result<Result, StartError> {
        var call = FakeCall(
            test.incoming(menu.version.document.fileName, RehearsalRequest(index: index, mark: menu.mark)),
            world: test.world.faked(of: menu.version.document, recordings: RecordingFolder(messages)),
            caller: CallerScript(test.acts), pace: .real)
        call.limits = CallLimits(bytes: Self.mostBytes, length: simulated.length * 2 + Self.spare)
        do throws(FakeAsteriskError) {
            let report = try await call.run(host: endpoint.host, port: endpoint.port)
            return .success(
                Result(
                    name: test.name, position: test.position, why: Self.fault(report, simulated),
                    length: report.duration))
        } catch {
            return .failure(.listen("\(endpoint): \(error)"))
        }
    }

    private static func fault(_ report: CallReport, _ simulated: CallTestResult) -> String? {
        guard report.ending != .overrun else {
            return "the server did not end the call: given up after \(report.duration.rounded) s"
        }
        guard let account = AccountVariables.decode(report.variables) else {
            let why = String(PlainText.of(report.variables[AccountVariables.count] ?? "").prefix(longestReason))
            return why.isEmpty
                ? "there is no account of the call: is the server one of \"attendant serve --rehearsal\"?" : why
        }
        let names = ("the simulated telephone", "the call over TCP")
        if let difference = simulated.account.difference(from: account, name: names.0, otherName: names.1) {
            return difference
        }
        if let unused = report.unused.first { return "over TCP the caller never came to \"\(unused)\"" }
        return nil
    }
}

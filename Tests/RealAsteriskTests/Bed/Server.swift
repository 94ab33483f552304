import Foundation

/// A running `attendant serve` with menus, records and a port of its own; its sounds are the bed's, which it shares with
/// the servers of other tests as two servers of one machine would.
actor Server {
    nonisolated let address: String
    nonisolated let data: URL
    /// The folder of its menu files.
    nonisolated let menus: URL
    private var process: ChildProcess
    private let output: URL
    /// A test ended it as a power cut would: its status says nothing.
    private var wasKilled = false

    private init(process: ChildProcess, output: URL, data: URL, menus: URL, address: String) {
        self.process = process
        self.output = output
        self.data = data
        self.menus = menus
        self.address = address
    }

    /// Starts a server with the named files of the folder Fixtures, and waits until it says where it listens.
    ///
    /// - Parameters:
    ///   - web: what stands for `@WEB@` in them, the port of a web service.
    ///   - home: the folder of an earlier server, whose records it goes on with; nil: a new one.
    ///   - flags: further words of the command line.
    ///   - environment: further variables, such as `ATTENDANT_CLOCK`.
    static func start(
        menus: [String], web: UInt16 = 0, home: URL? = nil, flags: [String] = [], environment: [String: String] = [:],
        on bed: Bed
    ) async throws -> Server {
        let home = home ?? bed.folder.appending(path: "data/\(UUID().uuidString)")
        let menuFolder = home.appending(path: "menus")
        try FileManager.default.createDirectory(at: menuFolder, withIntermediateDirectories: true)
        for menu in menus {
            let fixture = Bed.tests.appending(path: "RealAsteriskTests/Fixtures/\(menu).json")
            let text = try String(contentsOf: fixture, encoding: .utf8).replacing("@WEB@", with: "\(web)")
            try text.write(to: menuFolder.appending(path: "\(menu).json"), atomically: true, encoding: .utf8)
        }
        let output = home.appending(path: "output-\(UUID().uuidString)")
        let arguments =
            [
                "serve", "--listen", "127.0.0.1:0", "--menus", menuFolder.path, "--data", home.path,
                "--sounds", bed.sounds.path, "--inside", "Local/{number}@phones/n",
            ] + flags
        var process = try ChildProcess(try program(), arguments, output: output, environment: environment)
        do {
            let address = try await eventually("the server's port", within: .seconds(30)) {
                let text = try String(contentsOf: output, encoding: .utf8)
                if let address = addressSaid(in: text) { return address }
                guard process.isRunning() else { throw BedError.serverNotReady(output: text) }
                return nil
            }
            return Server(process: process, output: output, data: home, menus: menuFolder, address: address)
        } catch {
            process.signal(SIGKILL)
            throw error
        }
    }

    /// Lets it end as a service manager would, and makes sure that it has.
    func stop() async throws {
        process.signal(SIGTERM)
        do {
            try await eventually("the server's end", within: .seconds(10)) { process.isRunning() ? nil : true }
        } catch {
            kill()
            throw error
        }
        // A trap, or a row that could not be written, shows here and nowhere else.
        guard process.status == 0 || wasKilled else {
            throw BedError.command("attendant serve", code: process.status ?? -1, output: said)
        }
    }

    /// Ends it at once, as a power cut would.
    func kill() {
        wasKilled = true
        process.signal(SIGKILL)
    }

    /// Runs the program with these words, on this server's menus and records.
    nonisolated func attendant(_ words: String...) async throws -> String {
        let folders = ["--menus", menus.path, "--data", data.path]
        let output = try await Command.run([Self.program().path] + words + folders)
        guard output.code == 0 else {
            throw BedError.command(words.joined(separator: " "), code: output.code, output: output.text)
        }
        return output.text
    }

    /// Seconds of processor time that it has taken.
    func seconds() throws -> Double { try ProcessorTime.seconds(of: "\(process.id)") }

    /// How many sockets it has open.
    var sockets: Int {
        let folder = "/proc/\(process.id)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let targets = names.map { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
        return targets.count { $0?.hasPrefix("socket:") == true }
    }

    var said: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

    /// The address in a whole line `listening on HOST:PORT`.
    private static func addressSaid(in text: String) -> String? {
        let sign = "listening on "
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard let line = lines.first(where: { $0.contains(sign) }), let range = line.range(of: sign) else { return nil }
        return String(line[range.upperBound...]).trimmingCharacters(in: .whitespaces)
    }

    /// The built program: what `ATTENDANT_BINARY` names, else the one beside these tests.
    private static func program() throws -> URL {
        if let named = ProcessInfo.processInfo.environment["ATTENDANT_BINARY"] { return URL(filePath: named) }
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appending(path: "attendant")
        guard FileManager.default.isExecutableFile(atPath: beside.path) else {
            throw BedError.noServer(looked: [beside.path])
        }
        return beside
    }
}

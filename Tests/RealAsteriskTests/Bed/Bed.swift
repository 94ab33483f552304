import Foundation

/// A running Asterisk of the tests' own, and the folder that it shares with the servers under test.
struct Bed: Sendable {
    /// The same path for Asterisk, which may live in a chroot, as for the tests.
    let folder: URL

    /// The bed that the running test lies in; only tests of a suite with the trait `.onTheBed` have one.
    @TaskLocal static var running: Bed?

    static var current: Bed {
        get throws {
            guard let running else { throw BedError.notInRecord(what: "a bed (the trait .onTheBed)", story: "") }
            return running
        }
    }

    /// Whether the person who runs the tests wants a real Asterisk.
    static var isWanted: Bool { ProcessInfo.processInfo.environment["ATTENDANT_ASTERISK"] == "1" }

    var calls: URL { folder.appending(path: "calls") }
    var sounds: URL { folder.appending(path: "sounds") }
    var log: URL { folder.appending(path: "log/asterisk.log") }

    /// Starts an Asterisk in a new folder. It ends with this process, should the process end without stopping it.
    ///
    /// - Parameter mark: tells it from another one of this process.
    static func start(_ mark: String = "") async throws -> Bed {
        let name = "attendant-bed-\(ProcessInfo.processInfo.processIdentifier)\(mark)"
        let bed = Bed(folder: URL(filePath: "/tmp").appending(path: name))
        print("bed: \(try await bed.script("start"))")
        return bed
    }

    func stop() async throws {
        try await script("stop")
        try? FileManager.default.removeItem(at: folder.appendingPathExtension("log"))
    }

    /// Ends its Asterisk at once, as a crash would.
    func crash() throws {
        let text = try String(contentsOf: folder.appending(path: "run/asterisk.pid"), encoding: .utf8)
        guard let id = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), id > 1 else {
            throw BedError.notInRecord(what: "asterisk.pid", story: text)
        }
        kill(id, SIGKILL)
    }

    /// Starts its Asterisk again, without the calls that it had.
    func startAgain() async throws {
        let outgoing = folder.appending(path: "spool/outgoing")
        for file in try FileManager.default.contentsOfDirectory(at: outgoing, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: file)
        }
        try await script("start")
    }

    /// One command of Asterisk's console.
    @discardableResult
    func console(_ command: String) async throws -> String { try await script("cli", command) }

    @discardableResult
    private func script(_ words: String...) async throws -> String {
        let path = Self.tests.appending(path: "RealAsterisk/asterisk.sh").path
        let environment = [
            "ATTENDANT_ASTERISK_RUN": folder.path,
            "ATTENDANT_ASTERISK_OWNER": "\(ProcessInfo.processInfo.processIdentifier)",
        ]
        let output = try await Command.run(["bash", path] + words, environment: environment)
        guard output.code == 0 else {
            throw BedError.asterisk(command: words.joined(separator: " "), code: output.code, output: output.text)
        }
        return output.text
    }

    /// The folder Tests of this checkout.
    static let tests = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

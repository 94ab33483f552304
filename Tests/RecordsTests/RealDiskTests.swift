import Foundation
import GRDB
import Reception
import Testing

@testable import Records

/// What `FailureTests` makes up within one process, done to another one by the system itself.
@Suite("A disk that really refuses")
struct RealDiskTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The words in which a mount of our own is made, for whoever may: root, or anybody as root of a name space.
    private static let mounts: [String]? = [["--mount"], ["--user", "--map-root-user", "--mount"]].first { options in
        run(["/usr/bin/unshare"] + options + ["mount", "-t", "tmpfs", "-o", "size=4m", "none", "/mnt"])
    }

    private static func run(_ command: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Every request that was stored is in the file, with its mail, and nothing is wrong with the file.
    private func expect(_ stored: [Int64: String], in file: String) throws {
        let records = try Records(file: file)
        let rows = try records.reader.callbacks(limit: 100_000)
        #expect(stored.allSatisfy { id, number in rows.contains { $0.id == id && $0.number == number } })
        #expect(rows.allSatisfy { $0.told == "waiting" })
        #expect(Set(rows.map(\.number)).count == rows.count)
        #expect(try records.reader.findings() == [])
    }

    @Test("a full disk is told so, keeps all that was promised, and room is used by itself", .timeLimit(.minutes(1)))
    func full() async throws {
        guard let mounts = Self.mounts else { return print("skipped: nobody may mount a small disk here") }
        let mount = "mount -t tmpfs -o size=4m none \"$0\" && exec \"$@\""
        let program = try AskedProgram(
            file: folder.file, through: ["/usr/bin/unshare"] + mounts + ["/bin/sh", "-c", mount, folder.path])
        #expect(await program.line() == "ready")
        let disk = program.seen(folder.path)
        let ballast = disk + "/ballast"
        try Data(count: 1_000_000).write(to: URL(fileURLWithPath: ballast))
        var stored: [Int64: String] = [:]
        for _ in 0..<2 {
            #expect(try await program.fill(&stored) == "database or disk is full (SQLite 13)")
            #expect(try await program.ask(&stored) == "database or disk is full (SQLite 13)")
        }
        let before = stored.count
        #expect(before > 10)
        try FileManager.default.removeItem(atPath: ballast)
        #expect(try await program.ask(&stored) == nil)
        #expect(try await program.fill(&stored) == "database or disk is full (SQLite 13)")
        #expect(stored.count > before + 10)
        // As after a power cut at this moment.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: disk + "/attendant.sqlite" + suffix, toPath: folder.file + suffix)
        }
        try expect(stored, in: folder.file)
    }

    @Test("a bound on the size of files is told so, and its end is used by itself", .timeLimit(.minutes(1)))
    func bound() async throws {
        let program = try AskedProgram(file: folder.file)
        #expect(await program.line() == "ready")
        try await program.limitFiles(bytes: 1_000_000)
        var stored: [Int64: String] = [:]
        #expect(try await program.fill(&stored) == "disk I/O error: File too large (SQLite 778)")
        let before = stored.count
        #expect(before > 10)
        try await program.limitFiles(bytes: nil)
        #expect(try await program.ask(&stored) == nil)
        #expect(try await program.told("close") == "closed")
        try expect(stored, in: folder.file)
        #expect(try RecordsReader(file: folder.file).calls(limit: 100_000).count == before + 2)
    }

    @Test("a file that another process holds is told so in a few seconds, and service goes on", .timeLimit(.minutes(1)))
    func locked() async throws {
        let program = try AskedProgram(file: folder.file)
        #expect(await program.line() == "ready")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.file, configuration: configuration)
        var stored: [Int64: String] = [:]
        #expect(try await program.ask(&stored) == nil)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        let clock = ContinuousClock()
        let begin = clock.now
        #expect(try await program.ask(&stored) == "database is locked (SQLite 5)")
        let took = clock.now - begin
        #expect(took < .seconds(5))
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try await program.ask(&stored) == nil)
        #expect(try await program.told("close") == "closed")
        try expect(stored, in: folder.file)
    }

    @Test("a file that may not be changed any more is told so, and service goes on", .timeLimit(.minutes(1)))
    func unchangeable() async throws {
        let program = try AskedProgram(file: folder.file)
        #expect(await program.line() == "ready")
        var stored: [Int64: String] = [:]
        #expect(try await program.ask(&stored) == nil)
        let log = folder.file + "-wal"
        guard Self.run(["/usr/bin/chattr", "+i", log]) else {
            return print("skipped: nobody may make a file unchangeable here")
        }
        defer { _ = Self.run(["/usr/bin/chattr", "-i", log]) }
        #expect(try await program.ask(&stored) == "disk I/O error: Operation not permitted (SQLite 778)")
        #expect(Self.run(["/usr/bin/chattr", "-i", log]))
        #expect(try await program.ask(&stored) == nil)
        #expect(try await program.told("close") == "closed")
        try expect(stored, in: folder.file)
        #expect(try RecordsReader(file: folder.file).calls().count == 3)
    }

    @Test("a file that may only be read is refused at the start", .timeLimit(.minutes(1)))
    func readOnly() async throws {
        guard let mounts = Self.mounts else { return print("skipped: nobody may mount a folder read-only here") }
        // Held open: without its log SQLite cannot open it at all.
        let records = try Records(file: folder.file)
        let mount = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\""
        let program = try AskedProgram(
            file: folder.file, through: ["/usr/bin/unshare"] + mounts + ["/bin/sh", "-c", mount, folder.path])
        let words = "this user may only read it, or nobody may write there"
        #expect(await program.line() == "\(folder.file): cannot be opened: \(words)")
        #expect(try await records.commit(.sample()).isNew)
    }
}

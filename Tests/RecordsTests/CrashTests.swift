import Foundation
import GRDB
import Glibc
import Testing

@testable import Records

/// Kills a program that commits, again and again on one file, and looks for every request that it was thanked for.
@Suite("Killed at any moment")
struct CrashTests {
    /// `ATTENDANT_CRASH_ROUNDS=500` for a long search.
    static let rounds = ProcessInfo.processInfo.environment["ATTENDANT_CRASH_ROUNDS"].flatMap(Int.init) ?? 32
    static let workers = 16

    /// So many on one file: a program that starts reads the calls of the last hours, which would be most of a long search.
    static let roundsOnFile = 32

    @Test("every request whose receipt was printed is there, and none twice", .timeLimit(.minutes(20)))
    func killed() async throws {
        var figures = Figures()
        for first in stride(from: 0, to: Self.rounds, by: Self.roundsOnFile) {
            try await killed(rounds: first..<min(first + Self.roundsOnFile, Self.rounds), &figures)
        }
        // A long search is made for its figures.
        if ProcessInfo.processInfo.environment["ATTENDANT_CRASH_ROUNDS"] != nil { print(figures.text) }
    }

    /// What a search found.
    private struct Figures {
        var kills = 0
        var thanks = 0
        var thanked = 0
        var rows = 0
        var lost = 0
        var doubled = 0

        var text: String {
            "killed \(kills) times; \(thanks) thanks for \(thanked) requests, \(rows) requests in the files; "
                + "lost \(lost), doubled \(doubled)"
        }
    }

    private func killed(rounds: Range<Int>, _ figures: inout Figures) async throws {
        let folder = try TemporaryFolder()
        var printed: [(id: Int64, number: String)] = []
        for round in rounds {
            let count = Int.random(in: 1...400)
            let lines = try await waiting {
                Result { try Self.killedAmid(file: folder.file, round: round, after: count) }
            }.get()
            printed += lines
        }
        #expect(printed.count > rounds.count * 10)
        let records = try Records(file: folder.file)
        let rows = try await records.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT id, number FROM callbacks").map { ($0[0] as Int64, $0[1] as String) }
        }
        let byID = Dictionary(uniqueKeysWithValues: rows)
        let lost = printed.count { byID[$0.id] != $0.number }
        let doubled = rows.count - Set(rows.map(\.1)).count
        #expect(lost == 0 && doubled == 0, "each number that was thanked for is there, and none twice")
        figures.kills += rounds.count
        figures.thanks += printed.count
        figures.thanked += Set(printed.map(\.id)).count
        figures.rows += rows.count
        figures.lost += lost
        figures.doubled += doubled
        let untold = try await records.pool.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM callbacks WHERE id NOT IN (SELECT callback FROM outbox)")
        }
        #expect(untold == 0, "a request and its mail are there together")
        #expect(try records.reader.findings() == [])
    }

    /// Starts the program, reads so many receipts, kills it, and returns every whole line that it printed.
    private static func killedAmid(file: String, round: Int, after count: Int) throws -> [(id: Int64, number: String)] {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = URL(fileURLWithPath: program).deletingLastPathComponent()
        let process = Process()
        process.executableURL = folder.appendingPathComponent("RecordsCrash")
        process.arguments = [file, "\(round)", "\(workers)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var output = Data()
        var lines = 0
        while lines < count {
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            output += more
            lines += more.count { $0 == UInt8(ascii: "\n") }
        }
        // Somewhere in the work of the next milliseconds, not at its edge.
        usleep(.random(in: 0...3000))
        kill(process.processIdentifier, SIGKILL)
        output += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationReason == .uncaughtSignal, "it ended by itself: \(process.terminationStatus)")
        let whole = output.prefix(through: output.lastIndex(of: UInt8(ascii: "\n")) ?? output.startIndex)
        return String(decoding: whole, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            return parts.count == 2 ? Int64(parts[0]).map { ($0, String(parts[1])) } : nil
        }
    }
}

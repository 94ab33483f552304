import FakeAsterisk
import Foundation
import Records
import Synchronization
import Testing

@testable import Attendant

@Suite("Calls that carry an attack")
struct HostileCallTests {
    private static let scripts = [
        "../secret", "..%2fsecret", "%2e%2e/secret", "%2e%2e%2fsecret", "..\\secret", "..%5csecret", "reception%00",
        "reception\u{0}", "%00", "./reception", "reception/", "reception.json", "reception/../reception",
        "/../../etc/passwd", "%2fetc%2fpasswd", "../menus/reception", "....//secret", "%252e%252e/secret", "~/x",
        "RECEPTION", String(repeating: "../", count: 2_000) + "etc/passwd", String(repeating: "a", count: 8_000),
    ]

    @Test("a script that is a path leads to no file, whatever it leads to")
    func path() async throws {
        // The second file lies beside the folder of the menus, where a path would find it.
        try await House.open(["reception": Menus.reception, "../secret": Menus.sixKeys]) { house in
            var desk = house.server.desk
            // Every look at the clock is a second later: no line is held back.
            let time = Mutex(ContinuousClock.now)
            desk.unknown = LineRate {
                time.withLock { time in
                    time += .seconds(1)
                    return time
                }
            }
            try await house.serving(by: desk, Self.isRefused)
            #expect(house.log.noise.count == Self.scripts.count)
            #expect(try await house.call("0").variables["ATTENDANT_STATUS"] == "talked")
        }
    }

    private static func isRefused(_ house: House) async throws {
        for script in Self.scripts {
            let report = try await house.call("0", IncomingCall(script: script))
            #expect(report.variables["ATTENDANT_STATUS"] == "not-found", "\(script.prefix(40))")
            #expect(report.said.isEmpty && report.rung.isEmpty)
            let line = try #require(house.log.noise.last)
            let shown = line.facts["script"] ?? ""
            #expect(line.message == "no such menu" && shown.utf8.count <= 1_024)
            #expect(!shown.unicodeScalars.contains { $0.value < 32 })
        }
    }

    /// A program that takes mails: each goes into a file.
    private func postbox() throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        let program = try folder.write("#!/bin/sh\ncat > \(folder.path)/mail.$$\n", "post")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        return (folder, program)
    }

    @Test("names with line breaks, mail headers and SQL in them are names, in rows and in mails")
    func name() async throws {
        let (folder, program) = try postbox()
        let name = "Eve'); DROP TABLE callbacks;--\rBcc: eve@example.org\r\r<script>"
        try await House.open(change: { $0.mailcmd = program }) { house in
            let report = try await house.call("2, 1", IncomingCall(number: "+447700900001", name: name))
            #expect(report.variables["ATTENDANT_STATUS"] == "callback")
            let rows = try await house.records().callbacks()
            #expect(rows.count == 1 && rows.first?.callerName?.contains("DROP TABLE callbacks") == true)
            await house.log.waits(for: "told")
            let file = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("mail.") })
            let mail = try String(contentsOfFile: folder.path + "/" + file, encoding: .utf8)
            #expect(!mail.contains("\r"))
            let lines = mail.split(separator: "\n", omittingEmptySubsequences: false)
            let head = lines.prefix { !$0.isEmpty }
            #expect(head.filter { $0.lowercased().hasPrefix("to:") } == ["To: office@miller.example"])
            #expect(!head.contains { $0.lowercased().hasPrefix("bcc") || $0.lowercased().hasPrefix("cc") })
        }
    }
}

import Foundation
import Testing

extension RealAsteriskCalls {
    /// An Asterisk of its own, which ends in the middle of calls.
    @Suite("An Asterisk that crashes")
    struct CrashCalls {
        @Test("leaves calls that have ended and nothing open, and has its calls taken again when it is back")
        func crash() async throws {
            let bed = try await Bed.start("-crash")
            let server = try await Server.start(menus: ["reception"], on: bed)
            do {
                try await check(server, bed)
                try await server.stop()
            } catch {
                print("the server said: \(await server.said)")
                await server.kill()
                try? await bed.stop()
                throw error
            }
            try await bed.stop()
        }

        private func check(_ server: Server, _ bed: Bed) async throws {
            let before = await server.sockets
            // Four in the menu, and four for whom a telephone rings.
            let menu = Call(steps: [.wait(60)])
            let ringing = (1...4).map { index in
                Call(
                    number: "+44770090010\(index)", steps: [.wait(2), .press("1"), .wait(60)],
                    telephones: ["201": .neverAnswers, "202": .neverAnswers])
            }
            var folders: [URL] = []
            for call in Array(repeating: menu, count: 4) + ringing {
                let folder = bed.calls.appending(path: UUID().uuidString)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try bed.spool(call, server: server.address, folder: folder)
                folders.append(folder)
            }
            try await eventually("ringing telephones", within: .seconds(60)) {
                let events = folders.map { try? String(contentsOf: $0.appending(path: "events"), encoding: .utf8) }
                return events.count { $0?.contains("phone rings") == true } == 4 ? true : nil
            }
            let during = await server.sockets
            #expect(during == before + 8)
            try bed.crash()
            let calls = try await server.rows("select * from calls where outcome is not null", count: 8)
            #expect(Set(calls.compactMap { $0["id"] }).count == 8)
            try await eventually("closed connections", within: .seconds(5)) {
                await server.sockets == before ? true : nil
            }
            #expect(try await server.rows("select * from callbacks", count: 4).allSatisfy { $0["status"] == "missed" })
            try await again(server, bed)
        }

        private func again(_ server: Server, _ bed: Bed) async throws {
            try await bed.startAgain()
            let record = try await bed.place(
                Call(steps: [.until(.prompt), .press("2"), .wait(30)], telephones: ["203": .answers()]),
                on: server.address)
            #expect(try record.end.status == "talked", "\(record.story)")
        }
    }
}

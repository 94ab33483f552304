import FakeAsterisk
import Logging
import Foundation
import GRDB
import Records
import Synchronization
import Testing

@testable import Attendant

@Suite("Requests to be called back, committed before anybody is thanked")
struct CallbackTests {
    @Test("the row can be read by others at the moment the thanks begin")
    func committedBeforeThanked() async throws {
        try await House.open { house in
            let reader = try RecordsReader(file: house.configuration.data + "/attendant.sqlite")
            let seen = Mutex<[[String?]]>([])
            let report = try await house.call("2, 1") { event in
                guard case .said(let text) = event.kind else { return }
                let rows = (try? reader.callbacks()) ?? []
                seen.withLock { $0.append([text.hasPrefix("Thank you.") ? "thanks" : "before"] + rows.map(\.number)) }
            }
            #expect(seen.withLock { $0 } == [["before"], ["before"], ["thanks", "+447700900001"]])
            #expect(report.said.last == "Thank you. We will call you back as soon as we can. Goodbye.")
            #expect(report.variables["ATTENDANT_STATUS"] == "callback")
        }
    }

    @Test("a typed number, read back; the row says so")
    func typed() async throws {
        try await House.open { house in
            _ = try await house.call("2, 07700900002#, 1", IncomingCall(number: nil))
            let row = try #require(try await house.records().callbacks().first)
            #expect(row.number == "+447700900002")
            #expect(row.numberAsGiven == "07700900002")
            #expect(row.source == "typed")
            #expect(row.isConfirmed)
            #expect(row.status == .new)
            #expect(row.reason == "2 Call back")
        }
    }

    @Test("who is on the list already hears the place, and is there once")
    func twice() async throws {
        try await House.open { house in
            _ = try await house.call("2, 1", IncomingCall(number: "07700900005"))
            _ = try await house.call("2, 1")
            let report = try await house.call("2, 1")
            #expect(report.said.last?.hasPrefix("You are already on our list, at number 2.") == true)
            let rows = try await house.records().callbacks()
            #expect(rows.map(\.number) == ["+447700900005", "+447700900001"])
            #expect(rows.map(\.asked) == [1, 2])
        }
    }

    @Test("a database that another process holds locked: an honest sentence, the operator, and no thanks")
    func locked() async throws {
        let house = try await House.open { house in
            let other = try lock(house.configuration.data + "/attendant.sqlite")
            let report = try await house.call("2, 1")
            #expect(report.said.contains("I am sorry, I could not note that."))
            #expect(!report.said.contains { $0.hasPrefix("Thank you") })
            #expect(report.rung.map(\.dialString) == ["PJSIP/200"])
            #expect(report.variables["ATTENDANT_STATUS"] == "talked")

            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            _ = try await house.call("2, 1")
            let records = await house.records()
            #expect(try records.callbacks().map(\.status) == [.new])
            #expect(try records.calls().map(\.outcome) == ["callback", "talked"])
            return house
        }
        // Which of the two it is depends on what the writer was about when the request came.
        let why = house.log.noise.first { $0.level == .error && $0.message == "callback not stored" }?.facts["why"]
        #expect(try #require(why).contains("database is locked") || why == "the database did not answer in time")
    }

    /// Holds the lock of writers, as another process may.
    private func lock(_ file: String) throws -> DatabaseQueue {
        var configuration = GRDB.Configuration()
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: file, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        return queue
    }

    @Test("the mail about it goes after the commit, to the list's address")
    func mail() async throws {
        let folder = try TemporaryFolder()
        let script = try folder.write("#!/bin/sh\ncat > \(folder.path)/mail", "mail.sh")
        let log = try await House.open(change: { $0.mailcmd = "/bin/sh \(script)" }) { house in
            _ = try await house.call("2, 1")
            await house.log.waits(for: "told")
            return house.log
        }
        let mail = String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/mail")), as: UTF8.self)
        #expect(mail.contains("To: office@miller.example"))
        #expect(mail.contains("+447700900001") || mail.contains("07700 900001"))
        #expect(log.noise.isEmpty)
    }

    @Test("a hundred callers at once: a hundred rows, and nobody waits for the next prompt")
    func hundred() async throws {
        try await House.open { house in
            let script = try CallerScript("2, 1")
            let load = FakeLoad(calls: 100, concurrency: 100) { index in
                let number = "07700900" + String(format: "%03d", index)
                return FakeCall(
                    IncomingCall(uniqueID: "1795334806.\(index)", number: number), world: Menus.world, caller: script)
            }
            let report = try await load.run(host: "127.0.0.1", port: house.port, on: house.loop)
            #expect(report.calls == 100)
            #expect(report.endings == [.serverClosed: 100])
            let records = await house.records()
            let rows = try records.callbacks()
            #expect(Set(rows.map(\.number)).count == 100)
            #expect(rows.count == 100)
            #expect(try records.calls().filter { $0.outcome == "callback" }.count == 100)
            let gaps = report.gaps
            let middle = try #require(gaps.percentile(50))
            print(
                "reply to next command, 100 calls at once: p50 \(middle), p99 \(gaps.percentile(99) ?? .zero),",
                "longest \(gaps.longest ?? .zero), \(gaps.count) gaps")
            #expect(middle < .seconds(1))
        }
    }
}

import FakeAsterisk
import FastAGI
import Foundation
import Sockets
import Testing
import TinyWeb

@Suite("When what is outside hangs", .timeLimit(.minutes(5)))
struct OutsideFaultTests {
    private static let apology = "I am sorry, I could not note that."
    private static let moment = "One moment, please."

    /// How a web service is stuck.
    enum Stuck: String, CaseIterable, Sendable {
        /// It accepts and never answers.
        case silent
        /// It sends a byte a second.
        case dripping
        /// It breaks off as soon as it was asked.
        case resetting
    }

    @Test(
        "a web service that is stuck: the text, a word after a second, the operator in time", arguments: Stuck.allCases)
    func web(stuck: Stuck) async throws {
        try await TinyWeb.answering { _, connection in
            switch stuck {
            case .silent: await connection.waitForEnd()
            case .dripping:
                try await connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n")
                while connection.isOpen {
                    try await connection.send(" ")
                    let second = ContinuousClock.now + .seconds(1)
                    do { _ = try await connection.receive(deadline: second) } catch SocketError.receiveTimedOut {}
                }
            case .resetting: connection.close()
            }
        } _: { web in
            let folder = try TemporaryFolder()
            try folder.write(
                """
                { "attendant": 1, "name": "Shop", "operator": "200", "start":
                  { "say": "I am looking.", "request": "GET \(web.url())", "timeout": 3, "keep": { "state": "state" },
                    "then": { "say": "Found." }, "otherwise": "operator" } }
                """, "menus/reception.json")
            let server = try await Served(folder)
            let call = try await Timed(server)
            let rings = try #require(call.at("(rings)"), "\(call.story)")
            #expect(call.report.said == ["I am looking."] + (stuck == .resetting ? [] : [Self.moment]), "\(call.story)")
            #expect(call.report.rung.map(\.dialString) == ["PJSIP/200"])
            // 0.3 s after the answer, 1.3 s of text, and the 3 s of the request, which begins with the text.
            #expect(rings < (stuck == .resetting ? .seconds(3) : .seconds(6)), "\(call.story)")
            #expect(await server.stop() == 0)
        }
    }

    @Test("a database that another program holds: a word before two seconds, the sentence, the operator; then thanks")
    func locked() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let server = try await Served(folder)
        let lock = try FileLock(folder.path + "/data/attendant.sqlite")
        let call = try await Timed(server, "2 at 1, 1 at 1")
        let key = try #require(call.lastKey)
        let (word, sentence) = (
            try #require(call.at(Self.moment), "\(call.story)"), try #require(call.at(Self.apology))
        )
        #expect(word - key < .seconds(2), "\(call.story)")
        #expect(sentence - word < .milliseconds(2_500), "\(call.story)")
        #expect(call.report.rung.map(\.dialString) == ["PJSIP/200"])
        #expect(!call.report.said.contains { $0.hasPrefix("Thank you") })
        try await server.errors.waits(for: "records cannot be written")
        lock.release()
        try await server.errors.waits(for: "records are written again")
        #expect(try await server.call("2, 1").said.last?.hasPrefix("Thank you") == true)
        #expect(await server.stop() == 0)
    }

    @Test("a stop while another program holds the database is no hang")
    func stopWhileLocked() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let server = try await Served(folder)
        _ = try await server.call("1")
        let lock = try FileLock(folder.path + "/data/attendant.sqlite")
        _ = try await server.call("1")
        let began = ContinuousClock.now
        #expect(await server.stop() == 0)
        #expect(ContinuousClock.now - began < .seconds(20))
        lock.release()
    }

    @Test("a mail program that hangs holds up neither callers nor each other, and the stop waits for no caller")
    func sendmailHangs() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Files.callback.replacing(#""office": {}"#, with: #""office": { "email": "office@example.org" }"#),
            "menus/reception.json")
        let gate = folder.path + "/gate"
        try #require(mkfifo(gate, 0o600) == 0)
        // It reads from a pipe that nobody writes to.
        let server = try await Served(folder, ["--mailcmd", "/bin/cat \(gate)"])
        for number in 1...6 {
            let report = try await server.call("2, 1", IncomingCall(number: "0770090000\(number)"))
            #expect(report.said.last?.hasPrefix("Thank you") == true)
        }
        await server.signal(SIGTERM)
        // Whoever opens the other end lets those end that wait, and each that comes after them.
        let writer = Task.detached {
            while !Task.isCancelled {
                let descriptor = open(gate, O_WRONLY | O_NONBLOCK)
                if descriptor >= 0 { close(descriptor) }
                await Task.yield()
            }
        }
        #expect(await server.end() == 0)
        writer.cancel()
        let result = try await Program.run(["callbacks", "list", "--json", "--data", folder.path + "/data"])
        let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
        #expect(rows.count == 6)
    }

    @Test(
        "who connects and says nothing, or stops in the middle, is given up after ten seconds",
        arguments: ["", "agi_network: yes\nagi_req"])
    func saysNothing(text: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let server = try await Served(folder)
        let address = try Endpoint(host: "127.0.0.1", port: server.port).resolve()[0]
        let peer = try await Connection.connect(to: address, on: server.loop)
        let began = ContinuousClock.now
        try await peer.send(text)
        #expect(try await peer.receive(deadline: began + .seconds(20)).isEmpty)
        #expect(ContinuousClock.now - began > .seconds(9))
        #expect(try await server.errors.waits(for: "connection without a call").contains("127.0.0.1"))
        #expect(await server.stop() == 0)
    }

    @Test("the sounds folder removed in the middle of a call: the rest of the call is heard")
    func soundsGoInCall() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let sounds = folder.path + "/sounds"
        let server = try await Served(folder, ["--sounds", sounds])
        let call = FakeCall(caller: try CallerScript("2, 1"))
        let report = try await call.run(host: "127.0.0.1", port: server.port, on: server.loop) { event in
            guard case .said(let text) = event.kind, text.hasPrefix("Good day.") else { return }
            try? FileManager.default.removeItem(atPath: sounds)
        }
        #expect(report.said.count == 3 && report.said.last?.hasPrefix("Thank you") == true, "\(report.said)")
        #expect(await server.stop() == 0)
    }
}

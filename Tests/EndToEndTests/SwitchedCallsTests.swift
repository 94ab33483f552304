import FakeAsterisk
import Foundation
import Sockets
import Testing

@Suite("What is switched is heard", .timeLimit(.minutes(5)))
struct SwitchedCallsTests {
    private static let menu = """
        { "attendant": 1, "name": "Miller", "timezone": "Europe/London", "country": "GB", "operator": "200",
          "callbacks": { "office": {} }, "hours": { "every day": "all day" },
          "notices": { "gas-off": { "on": false, "say": "Gas is off in the harbour." } },
          "closed": { "say": "We are closed.", "callback": "office" },
          "start": { "say": "Good day.", "menu": { "1": { "for": "repairs", "ring": "201" } } } }
        """

    private func run(_ folder: TemporaryFolder, _ arguments: String...) async throws {
        let result = try await Program.run(
            arguments, ["ATTENDANT_MENUS": folder.path + "/menus", "ATTENDANT_DATA": folder.path + "/data"])
        #expect(result.code == 0, "\(result.errors)")
    }

    /// Calls until a call begins so: two seconds are promised, and a busy machine may take longer.
    private func hears(_ server: Served, _ expected: [String]) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        var said: [String] = []
        repeat {
            said = try await server.call("hang up at 4").said
        } while !said.starts(with: expected) && ContinuousClock.now < deadline
        #expect(said.starts(with: expected))
    }

    @Test("a notice of the file, one that is added, and a closed office, each while the server runs")
    func heard() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.menu, "menus/reception.json")
        let server = try await Served(folder)
        let menu = ["Good day. For repairs, press 1. For the operator, press 0."]
        try await hears(server, menu)
        try await run(folder, "notice", "on", "reception", "gas-off")
        try await hears(server, ["Gas is off in the harbour."])
        try await run(folder, "notice", "add", "reception", "Snow on all roads.", "--until", "tomorrow 23:59")
        try await hears(server, ["Gas is off in the harbour.", "Snow on all roads."])
        try await run(folder, "notice", "off", "reception", "gas-off")
        try await hears(server, ["Snow on all roads."])
        try await run(folder, "notice", "remove", "reception", "notice-1")
        try await hears(server, menu)
        try await run(folder, "hours", "close", "reception")
        let closed = try await closedCall(server)
        #expect(closed.said.first == "We are closed.")
        try await run(folder, "hours", "auto", "reception")
        try await hears(server, menu)
        #expect(await server.stop() == 0)
    }

    private func closedCall(_ server: Served) async throws -> CallReport {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let report = try await server.call("hang up at 4")
            if report.said.first == "We are closed." || ContinuousClock.now >= deadline { return report }
        }
    }

    @Test("a web service is asked with what --env allows, and what it does not allow is missing")
    func web() async throws {
        let folder = try TemporaryFolder()
        let (requests, note) = AsyncStream.makeStream(of: String.self)
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let web = Server(listener, group: try EventLoopGroup(count: 1))
        let port = listener.addresses[0].port
        try folder.write(
            """
            { "attendant": 1, "name": "Shop", "operator": "200", "start": [
              { "request": "GET http://127.0.0.1:\(port)/orders?phone={caller.number}",
                "headers": { "X-Token": "{env.SHOP_TOKEN}", "X-Other": "<{env.OTHER|none}>" }, "keep": { "state": "state" } },
              { "say": "Your order is {state|unknown}.", "go": "hangup" } ] }
            """, "menus/reception.json")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await web.serve { connection in
                    note.yield(String(decoding: (try? await connection.receive()) ?? [], as: UTF8.self))
                    let body = "{\"state\": \"on its way\"}"
                    let head = "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
                    try? await connection.send(Array((head + body).utf8))
                }
            }
            defer { web.stop(within: .zero) }
            let server = try await Served(
                folder, ["--env", "SHOP_TOKEN", "--env", "OTHER"], ["SHOP_TOKEN": "s3cret", "HOME": "/"])
            let report = try await server.call("hang up at 60", IncomingCall(number: "07700900001"))
            #expect(report.said.first == "Your order is on its way.")
            var request = ""
            for await text in requests {
                request = text
                break
            }
            #expect(request.hasPrefix("GET /orders?phone=%2B447700900001 HTTP/1.1\r\n"))
            #expect(request.contains("\r\nX-Token: s3cret\r\n") && request.contains("\r\nX-Other: <none>\r\n"))
            #expect(server.errors.all.contains { $0.hasPrefix("warning: env: OTHER is not set") })
            #expect(await server.stop() == 0)
        }
    }
}

import Logging
import Sockets
import Testing

@testable import Attendant

@Suite("Monitors over HTTP")
struct StatusDeskTests {
    private func asking(_ body: @Sendable (House) async throws -> Void) async throws {
        try await House.open(change: { $0.statusListen = "127.0.0.1:0" }) { house in try await body(house) }
    }

    @Test("health, status and metrics are answered with their types")
    func pages() async throws {
        try await asking { house in
            let health = try await house.get("/health")
            #expect(health.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(health.hasSuffix("\r\n\r\nok\n"))
            let status = try await house.get("/status?pretty")
            #expect(status.contains("Content-Type: application/json\r\n"))
            let json = status.split(separator: "\r\n\r\n", maxSplits: 1).last.map { Array($0.utf8) } ?? []
            #expect(StatusReport(json: json)?.menus.map(\.name) == ["reception"])
            let metrics = try await house.get("/metrics")
            #expect(metrics.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
            #expect(metrics.contains("\nattendant_info{version=\"\(Release.version)\"} 1\n"))
            #expect(metrics.contains("\nattendant_key_to_command_seconds_bucket{le=\"+Inf\"} 0\n"))
        }
    }

    @Test("no page has what an error says beyond its text, which may quote a caller's number; the socket's answer has")
    func noNumbers() async throws {
        try await asking { house in
            let logger = house.server.seen.errors.remembering(house.log.logger)
            logger.error("step failed", metadata: ["call": "17.1", "why": "PJSIP/07700900123 is no telephone"])
            #expect(try await house.status()?.errors.last?.facts["why"]?.contains("07700900123") == true)
            let status = try await house.get("/status")
            #expect(status.contains("step failed") && status.contains("17.1"))
            for page in [status, try await house.get("/metrics"), try await house.get("/health")] {
                #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(!page.contains("7700900123"))
            }
        }
    }

    @Test(
        "anything else is refused",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", "404 Not Found"), ("GET /metrics/ HTTP/1.1\r\n\r\n", "404 Not Found"),
            ("POST /metrics HTTP/1.1\r\n\r\n", "405 Method Not Allowed"), ("GET /metrics\r\n\r\n", "400 Bad Request"),
            ("GET http://a/metrics HTTP/1.1\r\n\r\n", "400 Bad Request"),
            ("GET /metrics HTTP/2.0\r\n\r\n", "400 Bad Request"), ("agi_network: yes\n\r\n\r\n", "400 Bad Request"),
            ("GET /" + String(repeating: "a", count: 9000), "431 Request Header Fields Too Large"),
        ])
    func refused(request: String, answer: String) async throws {
        try await asking { house in
            let told = try await house.monitor(request)
            #expect(told.hasPrefix("HTTP/1.1 \(answer)\r\n"))
        }
    }

    @Test("HEAD is answered without the body")
    func head() async throws {
        try await asking { house in
            let answer = try await house.monitor("HEAD /health HTTP/1.0\r\n\r\n")
            #expect(answer.contains("Content-Length: 3\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n"))
        }
    }

    @Test("who says nothing is not waited for")
    func silent() async throws {
        let desk = StatusDesk(patience: .milliseconds(20)) { _ in .line("never") }
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        let group = try EventLoopGroup(count: 1)
        let server = Server(listener, group: group)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.serve { await desk.take($0) } }
            defer { server.stop(within: .zero) }
            let connection = try await Connection.connect(to: listener.addresses[0], on: group.next())
            try await connection.send(Array("GET /health HTTP/1.1\r\n".utf8))
            #expect(try await connection.receive().isEmpty)
        }
    }

    @Test(
        "an address that others reach is refused, unless it is said who they are",
        arguments: ["0.0.0.0:0", "*:0", "[::]:0"])
    func open(address: String) throws {
        var configuration = Configuration()
        configuration.statusListen = address
        let group = try EventLoopGroup(count: 1)
        let error = #expect(throws: StartError.self) { _ = try Opening.statusServer(configuration, group) }
        #expect(
            error?.description
                == "status-listen: \(address) is open to others; expected an address of this machine alone, as "
                + "127.0.0.1:4574, or status-allow with the networks that may ask")
        configuration.statusAllow = ["10.0.0.0/8"]
        #expect(try Opening.statusServer(configuration, group) != nil)
    }

    @Test("addresses and networks that are none are told")
    func none() throws {
        let group = try EventLoopGroup(count: 1)
        var configuration = Configuration()
        #expect(try Opening.statusServer(configuration, group) == nil)
        configuration.statusListen = "4574"
        let address = #expect(throws: StartError.self) { _ = try Opening.statusServer(configuration, group) }
        #expect(address?.description == "status-listen: \"4574\" is not HOST:PORT: there is no port")
        configuration.statusAllow = ["here"]
        let network = #expect(throws: StartError.self) { _ = try Opening.statusServer(configuration, group) }
        #expect(network?.description.hasPrefix("status-allow: \"here\" is not a network") == true)
    }
}

import Foundation
import Reception
import Sockets
import TestClocks
import Testing
import TinyWeb

@testable import Web

@Suite("A web service that is slow, broken or hostile")
struct BadServiceTests {
    private func get(_ url: String) -> WebRequest { WebRequest(method: "GET", url: url, timeout: .seconds(60)) }

    /// Answers with a head, then with bytes until the client has gone.
    private static func endless(_ head: String) -> TinyWeb.Answer {
        { _, connection in
            try await connection.send(head)
            while connection.isOpen { try await connection.send(Array(repeating: 0x78, count: 10_000)) }
        }
    }

    @Test("a reply of 64 KiB is read whole, one byte more is too large")
    func largest() async throws {
        for extra in [0, 1] {
            let count = WebRequest.longestReply + extra
            let body = String(repeating: "x", count: count)
            try await TinyWeb.answering(text: "HTTP/1.1 200 OK\r\nContent-Length: \(count)\r\n\r\n\(body)") { web in
                let reply = await HTTPClient().send(get(web.url()))
                #expect(reply == (extra == 0 ? .answered(status: 200, body: Array(body.utf8)) : .tooLarge(status: 200)))
            }
        }
    }

    @Test(
        "a reply without end is broken off, whether it says its length, comes in chunks or says nothing",
        arguments: [
            "HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5f5e100\r\n",
        ])
    func endless(head: String) async throws {
        let broken = AsyncStream<Void>.makeStream()
        try await TinyWeb.answering { request, connection in
            defer { broken.continuation.finish() }
            try await Self.endless(head)(request, connection)
        } _: { web in
            #expect(await HTTPClient().send(get(web.url())) == .tooLarge(status: 200))
            // The server's handler ends only when the client has closed.
            for await _ in broken.stream {}
        }
    }

    @Test("a small reply that unfolds into a large one is too large")
    func bomb() async throws {
        let packed = try #require(Data(base64Encoded: Self.packedZeros))
        try await TinyWeb.answering { _, connection in
            try await connection.send(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
            try await connection.send(Array(packed))
        } _: { web in
            #expect(await HTTPClient().send(get(web.url())) == .tooLarge(status: 200))
        }
    }

    @Test(
        "who does not answer in time is left, before the head and in the middle of a body",
        arguments: [
            "", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        ])
    func slow(start: String) async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (ends, ended) = AsyncStream<Void>.makeStream()
        try await TinyWeb.answering { _, connection in
            if !start.isEmpty { try await connection.send(start) }
            arrived.yield()
            await connection.waitForEnd()
            ended.finish()
        } _: { web in
            let clock = HeldClock()
            async let reply = HTTPClient(clock: clock).send(get(web.url()))
            for await _ in arrivals { break }
            clock.expire()
            #expect(await reply == .timeout)
            for await _ in ends {}
        }
    }

    @Test("who is hung up on gives up the request, and the service sees it")
    func cancelled() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (ends, ended) = AsyncStream<Void>.makeStream()
        try await TinyWeb.answering { _, connection in
            arrived.yield()
            await connection.waitForEnd()
            ended.finish()
        } _: { web in
            let request = get(web.url())
            await withTaskGroup(of: WebReply.self) { group in
                group.addTask { await HTTPClient(clock: HeldClock()).send(request) }
                for await _ in arrivals { break }
                group.cancelAll()
                #expect(await group.next() == .refused("given up: nobody waits for it any more"))
            }
            for await _ in ends {}
        }
    }

    @Test("requests given up at any moment leave the client whole")
    func cancelledAtAnyMoment() async throws {
        try await TinyWeb.answering(text: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") { web in
            let client = HTTPClient()
            for round in 0..<150 {
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { _ = await client.send(get(web.url("/\(round)"))) }
                    for _ in 0..<round { await Task.yield() }
                    group.cancelAll()
                }
            }
            #expect(await client.send(get(web.url())) == .answered(status: 200, body: Array("{}".utf8)))
        }
    }

    @Test(
        "a connection that ends early, says nothing or talks nonsense is refused, in words",
        arguments: [
            "", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "nonsense\r\n\r\n", "HTTP/1.1 200",
            "\u{0}\u{1}\u{2}", "SSH-2.0-OpenSSH_9.6\r\n",
        ])
    func broken(text: String) async throws {
        try await TinyWeb.answering { _, connection in
            if !text.isEmpty { try await connection.send(text) }
            connection.shutdownWrite()
            connection.close()
        } _: { web in
            guard case .refused(let words) = await HTTPClient().send(get(web.url())) else {
                Issue.record("not refused")
                return
            }
            #expect(!words.isEmpty && !words.contains("\n"))
        }
    }

    @Test("nobody listens there")
    func nobody() async throws {
        let listener = try Listener.bind(Endpoint(host: "127.0.0.1", port: 0))
        // Bound but not listened on by a server: freed, so that the port is nobody's.
        let port = listener.addresses[0].port
        let server = Server(listener, group: try EventLoopGroup(count: 1))
        server.stop(within: .zero)
        try? await server.serve { _ in }
        guard case .refused(let words) = await HTTPClient().send(get("http://127.0.0.1:\(port)/")) else {
            Issue.record("not refused")
            return
        }
        #expect(!words.isEmpty)
    }

    /// 300,000 zeros, packed with gzip.
    private static let packedZeros =
        "H4sIAAAAAAACA+3BAQ0AAADCoPdPbQ8HF" + String(repeating: "A", count: 387) + "/Bj74rL24JMEAA=="
}

import Reception
import Sockets
import Testing
import TinyWeb

@testable import Web

@Suite("Asking a web service")
struct HTTPClientTests {
    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"id\":\"A1\"}"

    private func get(_ url: String, headers: [WebRequest.Header] = []) -> WebRequest {
        WebRequest(method: "GET", url: url, headers: headers, timeout: .seconds(60))
    }

    @Test("a GET arrives with its path and headers, and the reply comes back byte for byte")
    func get() async throws {
        try await TinyWeb.answering(text: Self.ok) { web in
            let token = WebRequest.Header(name: "Authorization", value: "Bearer x y")
            let reply = await HTTPClient().send(get(web.url("/visits/next?phone=%2B44%207700"), headers: [token]))
            #expect(reply == .answered(status: 200, body: Array("{\"id\":\"A1\"}".utf8)))
            let request = try #require(web.requests.first)
            #expect(request.line == "GET /visits/next?phone=%2B44%207700 HTTP/1.1")
            #expect(request.headers["authorization"] == "Bearer x y")
            #expect(request.headers["accept"] == "application/json")
            #expect(request.headers["user-agent"] == "Attendant")
            #expect(request.headers["content-type"] == nil)
        }
    }

    @Test(
        "a body is sent as JSON with its length, unless the file names another type",
        arguments: [
            "POST", "PUT", "PATCH", "DELETE",
        ])
    func body(method: String) async throws {
        try await TinyWeb.answering(text: Self.ok) { web in
            let client = HTTPClient()
            let own = WebRequest.Header(name: "content-type", value: "text/plain")
            for headers in [[], [own]] {
                let reply = await client.send(
                    WebRequest(
                        method: method, url: web.url(), headers: headers, body: "{\"birth\":\"ż\"}",
                        timeout: .seconds(60)))
                #expect(reply == .answered(status: 200, body: Array("{\"id\":\"A1\"}".utf8)))
            }
            #expect(web.requests.map(\.line) == Array(repeating: "\(method) / HTTP/1.1", count: 2))
            #expect(web.requests.map(\.body) == Array(repeating: "{\"birth\":\"ż\"}", count: 2))
            #expect(web.requests.map { $0.headers["content-type"] } == ["application/json", "text/plain"])
        }
    }

    @Test("a PUT without a body says so, and is not waited for", arguments: ["PUT", "POST", "DELETE"])
    func noBody(method: String) async throws {
        try await TinyWeb.answering(text: Self.ok) { web in
            let request = WebRequest(method: method, url: web.url(), timeout: .seconds(60))
            #expect(await HTTPClient().send(request) == .answered(status: 200, body: Array("{\"id\":\"A1\"}".utf8)))
            #expect(web.requests.first?.headers["content-length"] == "0")
            #expect(web.requests.first?.headers["expect"] == nil)
        }
    }

    @Test("every status is an answer, with its body", arguments: [401, 404, 407, 418, 500, 503])
    func statuses(status: Int) async throws {
        try await TinyWeb.answering(text: "HTTP/1.1 \(status) So\r\nContent-Length: 2\r\n\r\nno") { web in
            #expect(await HTTPClient().send(get(web.url())) == .answered(status: status, body: Array("no".utf8)))
            #expect(web.requests.count == 1)
        }
    }

    @Test(
        "a service that asks for a password has answered: nobody waits for one",
        arguments: ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Bearer", "Negotiate", "NTLM"])
    func challenge(scheme: String) async throws {
        let head = "HTTP/1.1 401 So\r\nWWW-Authenticate: \(scheme)\r\nContent-Length: 0\r\n\r\n"
        try await TinyWeb.answering(text: head) { web in
            #expect(await HTTPClient().send(get(web.url())) == .answered(status: 401, body: []))
        }
    }

    @Test("204 has no body")
    func empty() async throws {
        try await TinyWeb.answering(text: "HTTP/1.1 204 No Content\r\n\r\n") { web in
            #expect(await HTTPClient().send(get(web.url())) == .answered(status: 204, body: []))
        }
    }

    @Test("bytes that are no text come back as they are")
    func bytes() async throws {
        let body: [UInt8] = [0xFF, 0x00, 0xC3, 0x28, 0x0D, 0x0A]
        try await TinyWeb.answering { _, connection in
            try await connection.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n".utf8) + body)
        } _: { web in
            #expect(await HTTPClient().send(get(web.url())) == .answered(status: 200, body: body))
        }
    }

    @Test("a redirect is its status: nobody is asked but whom the file names", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        let text = "HTTP/1.1 \(status) Moved\r\nLocation: /elsewhere\r\nContent-Length: 5\r\n\r\nmoved"
        try await TinyWeb.answering(text: text) { web in
            #expect(await HTTPClient().send(get(web.url())) == .answered(status: status, body: Array("moved".utf8)))
            #expect(web.requests.map(\.line) == ["GET / HTTP/1.1"])
        }
    }

    @Test("nothing is remembered: no cookie goes back, no reply is kept, and the connection is used again")
    func nothingRemembered() async throws {
        let text = """
            HTTP/1.1 200 OK\r\nSet-Cookie: caller=1; Path=/\r\nCache-Control: max-age=3600\r\nETag: "1"\r\n\
            Content-Length: 2\r\n\r\n{}
            """
        try await TinyWeb.answering(text: text) { web in
            let client = HTTPClient()
            for _ in 0..<3 {
                #expect(await client.send(get(web.url())) == .answered(status: 200, body: Array("{}".utf8)))
            }
            #expect(web.requests.count == 3)
            #expect(web.requests.allSatisfy { $0.headers["cookie"] == nil && $0.headers["if-none-match"] == nil })
            #expect(web.requests.map(\.connection) == [0, 0, 0])
        }
    }

    @Test("two hundred requests at once each get their own reply")
    func many() async throws {
        try await TinyWeb.answering { request, connection in
            let path = String(request.line.split(separator: " ")[1])
            try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)")
        } _: { web in
            let client = HTTPClient()
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        let reply = await client.send(get(web.url("/\(index)")))
                        #expect(reply == .answered(status: 200, body: Array("/\(index)".utf8)))
                    }
                }
            }
            #expect(web.requests.count == 200)
        }
    }
}

import Reception
import Testing

@testable import Web

@Suite("A request that is not sent")
struct UnusableRequestTests {
    private func reply(
        _ url: String, method: String = "GET", headers: [WebRequest.Header] = [], body: String? = nil
    ) async -> WebReply {
        await HTTPClient().send(
            WebRequest(method: method, url: url, headers: headers, body: body, timeout: .seconds(60)))
    }

    @Test(
        "another scheme than http and https",
        arguments: [
            "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "127.0.0.1/x", "/x", "data:text/plain,x",
            "javascript:1", "httpx://127.0.0.1/",
        ])
    func scheme(url: String) async {
        #expect(await reply(url) == .refused("the URL begins neither with http:// nor with https://"))
    }

    @Test("no host", arguments: ["http://", "https:///x", "http:x"])
    func host(url: String) async {
        #expect(await reply(url) == .refused("the URL names no host"))
    }

    @Test(
        "characters that were not encoded",
        arguments: [
            "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/ż", "http://127.0.0.1/\u{0}", "",
            "http://127.0.0.1/%zz",
        ])
    func encoding(url: String) async {
        #expect(await reply(url) == .refused("the URL is none: something in it is not percent-encoded"))
    }

    @Test(
        "a header that would begin another one, or the body",
        arguments: [
            ("X-Name", "a\r\nHost: elsewhere"), ("X-Name", "a\nb"), ("X-Name", "a\u{0}b"), ("X\r\nHost: x", "a"),
            ("", "a"), ("X Name", "a"), ("X:", "a"),
        ])
    func header(name: String, value: String) async {
        let header = WebRequest.Header(name: name, value: value)
        #expect(await reply("http://127.0.0.1/", headers: [header]) == .refused("a header is no single line of text"))
    }

    @Test("a method that the language does not know, and a GET with a body")
    func method() async {
        #expect(await reply("http://127.0.0.1/", method: "TRACE") == .refused("the method TRACE is not known"))
        #expect(await reply("http://127.0.0.1/", body: "{}") == .refused("a GET has no body"))
    }
}

import Foundation
import MenuFile
import Reception
import Rehearsal
import Testing

@testable import struct Reception.HeaderText

@Suite("Hostile text on its way to a web service")
struct WebEncodingTests {
    static let hostile = [
        #"a"b'c\d"#, "a,b;c&d=e#f?g/h@i:j%k", "${EVIL}{x}", "one\r\nX-Evil: 1\n\nGET / HTTP/1.1", "nul\0nul",
        String(repeating: "x", count: 10_000), "abc\u{202E}def\u{200F}", "👩‍👩‍👧 ż", "</script>\u{2028}", "\u{7F}\u{1B}[2J",
    ]

    private func ask(_ fields: String, _ url: String, _ value: String) async throws -> WebRequest {
        let menu = line(#"{ "request": "\#(url)"\#(fields) }"#)
        let call = try await Rehearsed(menu) {
            $0.release = .whole
            $0.rules = [.init("*")]
            $0.arguments = ["v": value]
            $0.environment = ["TOKEN": String(repeating: "t", count: 200) + "\r\nX: y"]
        }
        return try #require(call.requests.first, "\(call)")
    }

    @Test("stays inside its part of the URL", arguments: hostile)
    func url(value: String) async throws {
        let request = try await ask("", "GET https://his.example/a/{arg.v}/b?q={arg.v}#f", value)
        let parts = try #require(URLComponents(string: request.url))
        #expect(parts.host == "his.example" && parts.scheme == "https")
        #expect(parts.path == "/a/\(value)/b")
        #expect(parts.queryItems?.map(\.value) == [value])
        #expect(parts.fragment == "f")
        #expect(request.url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }

    @Test("stays one JSON string, whole", arguments: hostile)
    func body(value: String) async throws {
        let request = try await ask(
            #", "send": { "a": "<{arg.v}>", "b": ["{arg.v}"], "n": "{arg.v:number}" }"#, "POST https://his.example/",
            value)
        let body = try #require(request.body)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any], "\(body)")
        #expect(object["a"] as? String == "<\(value)>")
        #expect(object["b"] as? [String] == [value])
        #expect(object["n"] as? String == value)
        #expect(body.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x2028...0x2029).contains($0.value) })
    }

    @Test("begins no header of its own, and is cut at 80 bytes", arguments: hostile)
    func header(value: String) async throws {
        let request = try await ask(#", "headers": { "x-name": "={arg.v}=" }"#, "GET https://his.example/", value)
        let header = try #require(request.headers.first)
        #expect(header.name == "x-name")
        #expect(header.value.hasPrefix("=") && header.value.hasSuffix("="))
        #expect(header.value.utf8.count <= HeaderText.mostBytes + 2)
        #expect(header.value.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        #expect(request.headers.count == 1)
    }

    @Test("escapes quotes in headers")
    func quotes() { #expect(HeaderText(#"a"b\c"#).text == #"a\"b\\c"#) }

    @Test("cuts a header's value at a character, never inside one")
    func cut() {
        #expect(HeaderText(String(repeating: "ż", count: 50)).text == String(repeating: "ż", count: 40))
        #expect(HeaderText(String(repeating: "x", count: 79) + "ż").text == String(repeating: "x", count: 79))
    }

    @Test("a token of the server's configuration is whole, without what could end the line")
    func token() async throws {
        let request = try await ask(
            #", "headers": { "Authorization": "Bearer {env.TOKEN}" }"#, "GET https://his.example/", "")
        #expect(request.headers.map(\.value) == ["Bearer " + String(repeating: "t", count: 200) + "X: y"])
    }

    @Test(
        "a number alone is a JSON number, and only then",
        arguments: [
            ("42", "42"), ("007", "7"), ("-0.50", "-0.50"), ("0", "0"), ("", "null"), ("1e5", #""1e5""#),
            ("12abc", #""12abc""#), ("0x10", #""0x10""#), ("١٢", #""١٢""#), ("1.", #""1.""#), ("+5", #""+5""#),
        ])
    func numbers(value: String, json: String) async throws {
        let request = try await ask(#", "send": { "n": "{arg.v:number}" }"#, "POST https://his.example/", value)
        #expect(request.body == #"{"n":"# + json + "}")
    }

    @Test("sends the file's own values as they are, in their order")
    func literals() async throws {
        let request = try await ask(
            #", "send": { "z": 1.50, "a": null, "m": [true, { "k\"": "x" }] }"#, "PUT https://his.example/", "")
        #expect(request.body == #"{"z":1.50,"a":null,"m":[true,{"k\"":"x"}]}"#)
        #expect(request.headers == [.init(name: "Content-Type", value: "application/json")])
    }

    @Test("says which kind of reply is read, unless the file does")
    func accept() async throws {
        let plain = try await ask(#", "keep": { "x": "x" }"#, "GET https://his.example/", "")
        #expect(plain.headers == [.init(name: "Accept", value: "application/json")])
        let own = try await ask(
            #", "keep": { "x": "x" }, "headers": { "accept": "application/hal+json" }"#, "GET https://his.example/", "")
        #expect(own.headers == [.init(name: "accept", value: "application/hal+json")])
    }

    @Test("what the file's author typed and no URL may hold is encoded, too")
    func authorsText() async throws {
        let request = try await ask("", "GET https://his.example/über?a=%20b", "")
        #expect(request.url == "https://his.example/%C3%BCber?a=%20b")
    }
}

import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A request")
struct RequestTests {
    typealias Rule = RehearsedWeb.Rule

    /// A request with these fields, then a menu; what is kept is said behind it.
    static func menu(_ request: String, _ fields: String = "") -> String {
        let found = fields.contains("keep") ? "{x|nothing}" : "it"
        return line(
            #"[{ "request": "\#(request)"\#(fields), "then": { "say": "Found \#(found)." }, "#
                + #""otherwise": { "say": "Sorry, {request.status}." } }, "#
                + #"{ "menu": { "1": { "for": "repairs", "ring": "201" } } }]"#)
    }

    static func call(
        _ menu: String, _ script: String = "", _ rules: [Rule] = [],
        _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            $0.rules = rules
            change(&$0)
        }
    }

    static let get = menu("GET https://his.example/visits?phone={caller.number}", #", "keep": { "x": "id" }"#)

    @Test("asks with the caller's number percent-encoded, and keeps what it answers")
    func keeps() async throws {
        let call = try await Self.call(Self.get, "", [Rule("GET */visits*", body: #"{ "id": "77" }"#)])
        #expect(call.requests.map(\.url) == ["https://his.example/visits?phone=%2B447700900001"])
        #expect(call.said.first == "Found 77.", "\(call)")
    }

    @Test(
        "keeps texts, numbers and truth values from wherever they stand",
        arguments: [
            ("a.b[1].c", #"{"a":{"b":[0,{"c":"deep"}]}}"#, "deep"), ("[0].id", #"[{"id":"first"}]"#, "first"),
            ("n", #"{"n": 12.50}"#, "12.50"), ("t", #"{"t": true}"#, "true"), ("d", #"{"d":"1","d":"2"}"#, "2"),
        ])
    func paths(path: String, body: String, value: String) async throws {
        let menu = Self.menu("GET https://his.example/", #", "keep": { "x": "\#(path)" }"#)
        let call = try await Self.call(menu, "", [Rule("*", body: body)])
        #expect(call.said.first == "Found \(value).", "\(call)")
    }

    @Test(
        "is not done when one of its paths holds nothing, null, a list or an object, and keeps none of them",
        arguments: [
            #"{ "x": "kept?" }"#, #"{ "x": "kept?", "y": null }"#, #"{ "x": "kept?", "y": [1] }"#,
            #"{ "x": "kept?", "y": {} }"#, "not JSON", "", #"{ "x": "kept?", "y": "1" "#, "[[[[1]]]]",
        ])
    func invalid(body: String) async throws {
        let menu = Self.menu("GET https://his.example/", #", "keep": { "x": "x", "y": "y" }"#)
        let call = try await Self.call(menu + "", "", [Rule("*", body: body)])
        #expect(call.said.first == "Sorry, invalid.", "\(call)")
        let spoken = line(
            #"[{ "request": "GET https://his.example/", "keep": { "x": "x", "y": "y" } }, { "say": "Now {x|none}." }]"#)
        let after = try await Self.call(spoken, "", [Rule("*", body: body)])
        #expect(after.said.first == "Now none.", "\(after)")
    }

    @Test(
        "does not read a reply of which nothing is kept",
        arguments: ["", "not JSON", "tooLarge"])
    func unread(body: String) async throws {
        let body = body == "tooLarge" ? String(repeating: "x", count: 70_000) : body
        let call = try await Self.call(Self.menu("POST https://his.example/"), "", [Rule("*", body: body, status: 204)])
        #expect(call.said.first == "Found it.", "\(call)")
    }

    @Test("is not done when the reply is larger than 64 KiB and something of it is kept")
    func tooLarge() async throws {
        let body = #"{ "id": ""# + String(repeating: "x", count: 70_000) + #"" }"#
        let call = try await Self.call(Self.get, "", [Rule("*", body: body)])
        #expect(call.said.first == "Sorry, invalid.", "\(call)")
    }

    @Test("is not done by any other status, and tells it", arguments: [199, 300, 302, 404, 500])
    func status(status: Int) async throws {
        let call = try await Self.call(Self.get, "", [Rule("*", body: #"{ "id": "77" }"#, status: status)])
        #expect(call.said.first == "Sorry, \(status).", "\(call)")
    }

    @Test("tells a service that does not answer in time from one that is not there")
    func unreachable() async throws {
        let slow = try await Self.call(Self.get, "", [Rule("*", body: "{}", takes: .seconds(30))])
        #expect(slow.said.contains("Sorry, timeout."), "\(slow)")
        let refused = try await Self.call(Self.get)
        #expect(refused.said.first == "Sorry, refused.", "\(refused)")
    }

    @Test("is not sent when a variable of its URL is missing, and leaves nothing of an earlier status")
    func missing() async throws {
        let call = try await Self.call(
            line(
                #"[{ "request": "GET https://his.example/first" }, { "say": "Hm.", "request": "GET https://his.example/{arg.nr}", "otherwise": { "say": "Not sent {request.status|at all}." } }]"#
            ), "", [Rule("*")])
        #expect(call.requests.map(\.url) == ["https://his.example/first"])
        #expect(call.said.prefix(2) == ["Hm.", "Not sent at all."], "\(call)")
    }

    @Test("is sent with the text that stands for a missing variable")
    func ifMissing() async throws {
        let call = try await Self.call(
            line(#"{ "request": "GET https://his.example/{arg.nr|none}" }"#), "", [Rule("*")])
        #expect(call.requests.map(\.url) == ["https://his.example/none"])
    }

    @Test("is not sent when a value would climb out of its place in the path", arguments: ["..", "."])
    func dotSegments(value: String) async throws {
        let call = try await Self.call(
            line(#"{ "request": "GET https://his.example/a/{arg.nr}/b" }"#), "", [Rule("*")]
        ) { $0.arguments = ["nr": value] }
        #expect(call.requests.isEmpty)
    }

    @Test(
        "tries a GET again as often as `retry` says, but not when the answer stands",
        arguments: [(503, 3), (404, 1), (200, 1)])
    func retry(status: Int, tries: Int) async throws {
        let menu = Self.menu("GET https://his.example/", #", "retry": 2"#)
        let call = try await Self.call(menu, "", [Rule("*", status: status)])
        #expect(call.requests.count == tries, "\(call)")
        #expect(try await Self.call(menu).requests.count == 3)
    }

    @Test("notes host and status, and nothing that could be secret")
    func rows() async throws {
        let menu = line(
            #"{ "request": "POST https://his.example:8443/a/{arg.pin}?key=hush", "send": { "pin": "{arg.pin}" }, "headers": { "Authorization": "Bearer hush" } }"#
        )
        let call = try await Self.call(menu, "", [Rule("*")]) { $0.arguments = ["pin": "1234"] }
        #expect(call.steps.contains("start: asked his.example:8443: 200"), "\(call)")
        #expect(!call.steps.joined().contains("hush") && !call.steps.joined().contains("1234"))
    }
}

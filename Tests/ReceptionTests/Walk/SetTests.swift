import Reception
import Rehearsal
import Testing

@Suite("Variables that the file sets")
struct SetTests {
    static func said(
        _ start: String, _ more: String..., change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> [String] {
        let menu = more.isEmpty ? line(start) : line(start, more.joined(separator: ", "))
        return try await Rehearsed.whole(menu, "", change).said.dropLast()
    }

    @Test("are set in the order of the file, each from those before it")
    func order() async throws {
        let said = try await Self.said(
            #"[{ "set": { "a": "one", "b": "{a} and two", "c.d": "{b}!" } }, { "say": "{c.d}" }]"#)
        #expect(said == ["one and two!"])
    }

    @Test("are set by a step that goes on to the next, with `then`, and not when its `when` is false")
    func outcome() async throws {
        let said = try await Self.said(
            #"[{ "set": { "a": "1" }, "then": { "say": "Then." } }, { "when": "anonymous", "set": { "a": "2" }, "#
                + #""otherwise": { "say": "Else." } }, { "say": "{a}" }]"#)
        #expect(said == ["Then.", "Else.", "1"])
    }

    @Test("are taken away by an empty or blank value", arguments: ["", "{arg.nothing}", " ", "{arg.nothing} {arg.no}"])
    func empty(value: String) async throws {
        let said = try await Self.said(
            #"[{ "set": { "a": "x" } }, { "set": { "a": "\#(value)" } }, { "say": "{a|missing}" }]"#)
        #expect(said == ["missing"])
    }

    @Test("keep formats and texts for missing values")
    func formats() async throws {
        let said = try await Self.said(
            #"[{ "set": { "a": "{arg.n:digits}", "b": "{arg.no|none}", "c": "{{x}}" } }, { "say": "{a}, {b}, {c}" }]"#
        ) { $0.arguments = ["n": "112"] }
        #expect(said == ["1 1 2, none, {x}"])
    }

    @Test("take values from the URL, from the call and from the channel")
    func imports() async throws {
        let said = try await Self.said(
            #"{ "say": "{n}, {who}, {account}, {zone}, {gone|nothing}" }"#,
            #""variables": { "n": "{arg.invoice}", "who": "{caller.name}", "account": { "channel": "ACCOUNT" }, "#
                + #""zone": { "channel": "CHANNEL(tonezone)", "default": "uk" }, "gone": { "channel": "NOTHING" } }"#
        ) {
            $0.arguments = ["invoice": "4711"]
            $0.name = "Ann"
            $0.channel = ["ACCOUNT": "K-12"]
        }
        #expect(said == ["4711, Ann, K-12, uk, nothing"])
    }

    @Test("are read from the channel before the call is answered, and only then")
    func beforeAnswer() async throws {
        let commands = Commands()
        _ = try await Rehearsed.whole(
            line(#"{ "say": "{a|x}" }"#, #""variables": { "a": { "channel": "A" }, "b": { "channel": "B" } }"#)
        ) { $0.fault = commands.note }
        #expect(commands.all.prefix(3) == ["variable A?", "variable B?", "answer"], "\(commands.all)")
        #expect(commands.all.count { $0.hasSuffix("?") } == 2)
    }

    @Test("that Asterisk refuses to tell are missing, and cost the call nothing")
    func refused() async throws {
        let said = try await Self.said(
            #"{ "say": "{a|missing}, {b}" }"#,
            #""variables": { "a": { "channel": "A" }, "b": { "channel": "B", "default": "there" } }"#
        ) { $0.fault = { _, command in command.hasSuffix("?") ? .refused("no") : nil } }
        #expect(said == ["missing, there"])
    }

    @Test("are not read for a caller who has gone")
    func hungUp() async throws {
        let call = try await Rehearsed.whole(line(#"{ "say": "Hi." }"#, #""variables": { "a": { "channel": "A" } }"#)) {
            $0.fault = { _, command in command.hasSuffix("?") ? .hungUp : nil }
        }
        #expect(call.outcome == .hangup, "\(call)")
        #expect(call.said.isEmpty)
    }

    @Test("with a text per language are read in the language of whoever hears them")
    func localized() async throws {
        let menu = line(
            #"{ "say": { "en": "{hello}", "pl": "{hello}" }, "ring": "201", "show": "{hello}" }"#,
            #""language": ["en", "pl"], "variables": { "day": "x", "hello": { "en": "Hello {day}", "pl": "Cześć {day}" } }"#
        )
        let polish = try await Rehearsed.whole(menu) { $0.language = "pl" }
        #expect(polish.said.first == "Cześć x", "\(polish)")
        #expect(polish.shown.first == "Hello x")
    }

    @Test("may be set anew, constants too")
    func changed() async throws {
        let said = try await Self.said(
            #"[{ "say": "{hello}" }, { "set": { "hello": "Bye" } }, { "say": "{hello}" }]"#,
            #""language": ["en", "pl"], "variables": { "hello": { "en": "Hello", "pl": "Cześć" } }"#)
        #expect(said == ["Hello", "Bye"])
    }

    @Test("stay data, whatever is in them")
    func hostile() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"[{ "set": { "a": "{arg.x}" } }, { "say": "Say {a}." }, { "ring": "201", "show": "{a}" }]"#)
        ) { $0.arguments = ["x": "{caller.number}<b>\r\n\u{0}[[a]]\u{202E}" + String(repeating: "é", count: 20_000)] }
        let said = try #require(call.said.first)
        #expect(said.count < 300 && !said.contains { "<[\r\n\0\u{202E}".contains($0) }, "\(said)")
        #expect(said.contains("{caller.number}"))
        #expect(call.shown.first?.contains { "\r\n\0".contains($0) } == false)
        #expect(call[handedOver: "A"]?.unicodeScalars.count == 10_000)
    }

    @Test("built in are there: list, calls today, language, holiday")
    func builtIn() async throws {
        let said = try await Self.said(
            #"{ "say": "{caller.list|-}/{caller.calls-today}/{language}/{holiday|-}/{called}/{queue.waiting|-}/{request.status|-}" }"#,
            #""holidays": { "03-03": "Founders' Day" }"#)
        #expect(said == ["-/0/en/Founders' Day/700/-/-"])
    }
}

@Suite("Variables handed over to whoever takes the call")
struct HandOverTests {
    @Test("are named after their names, in capitals with underscores")
    func names() async throws {
        let call = try await Rehearsed.whole(
            line(#"[{ "set": { "visit.id": "77", "a-b": "x" } }, { "ring": "201" }]"#, #""variables": { "c": "1" }"#))
        #expect(call[handedOver: "VISIT_ID"] == "77", "\(call.variables)")
        #expect(call[handedOver: "A_B"] == "x")
        #expect(call[handedOver: "C"] == "1")
    }

    @Test("are none that is sensitive, nor what was made of one")
    func sensitive() async throws {
        let call = try await Rehearsed.whole(
            line(
                #"[{ "say": "Pin?", "collect": "pin", "digits": 4, "sensitive": true }, { "set": { "copy": "{pin}", "#
                    + #""token": "{env.TOKEN}", "open": "x" } }, { "ring": "201" }]"#,
                #""variables": { "secret": { "channel": "SECRET", "sensitive": true } }"#), "4711"
        ) {
            $0.channel = ["SECRET": "hush"]
            $0.environment = ["TOKEN": "t0k3n"]
        }
        #expect(call[handedOver: "OPEN"] == "x", "\(call)")
        for value in ["4711", "hush", "t0k3n"] {
            #expect(!call.variables.values.contains { $0.contains(value) }, "\(call.variables)")
        }
        for name in ["PIN", "COPY", "TOKEN", "SECRET"] { #expect(call[handedOver: name] == nil) }
    }

    @Test("are not so many that the telephone would ring late")
    func bounded() async throws {
        let many = (100..<200).map { #""v\#($0)": "x""# }.joined(separator: ", ")
        let call = try await Rehearsed.whole(line(#"[{ "set": { \#(many) } }, { "ring": "201" }]"#))
        #expect(call.variables.keys.count { $0.hasPrefix("__ATTENDANT_V_") } == 64)
    }
}

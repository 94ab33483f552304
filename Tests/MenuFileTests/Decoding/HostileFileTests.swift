import MenuFile
import Testing

@Suite("Hostile files")
struct HostileFileTests {
    static func load(_ text: String) -> (document: MenuDocument?, findings: [Finding]) {
        MenuLoader.load(text: text, fileName: "hostile.json", release: .whole, now: Fixture.now)
    }

    static func file(_ start: String, _ rest: String = "") -> String {
        "{ \"attendant\": 1, \"name\": \"x\", \"operator\": \"200\", \"start\": \(start)\(rest) }"
    }

    static func errors(_ text: String) -> [String] {
        load(text).findings.filter { $0.severity == .error }.map(\.rule.rawValue)
    }

    @Test("lists that nest too deep are refused, those below the limit are decoded")
    func nesting() {
        let deep = { (depth: Int) in
            String(repeating: "[", count: depth) + "\"start\"" + String(repeating: "]", count: depth)
        }
        #expect(Self.errors(Self.file(deep(1_000_000 / 2))) == ["json-syntax"])
        #expect(Self.errors(Self.file("{ \"menu\": { \"1\": \(deep(100)) } }")) == [])
        let conditions =
            String(repeating: "{\"not\":", count: 120) + "\"anonymous\"" + String(repeating: "}", count: 120)
        #expect(Self.errors(Self.file("{ \"when\": \(conditions), \"say\": \"x\" }")) == [])
    }

    @Test("a long row of not does not exhaust the stack")
    func nots() {
        let word = String(repeating: "not ", count: 200_000) + "anonymous"
        #expect(Self.errors(Self.file("{ \"when\": \"\(word)\", \"say\": \"x\" }")) == ["unknown-list"])
    }

    @Test(
        "huge numbers are out of range",
        arguments: ["1e400", "-1e400", "99999999999999999999999", "1e-400", "0.0000001"])
    func numbers(_ number: String) {
        #expect(Self.errors(Self.file("{ \"ring\": \"201\", \"seconds\": \(number) }")) == ["bad-value"])
        #expect(
            Self.errors(Self.file("{ \"ring\": \"201\" }", ", \"limits\": { \"steps\": \(number) }")) == ["bad-value"])
        #expect(Self.errors(Self.file("{ \"collect\": \"a\", \"digits\": \(number) }")) == ["bad-value"])
    }

    @Test("strings of a megabyte are read in linear time wherever they stand")
    func longStrings() {
        let long = String(repeating: "x", count: 1_000_000)
        let braces = String(repeating: "{a", count: 500_000)
        #expect(Self.load(Self.file("{ \"say\": \"\(long)\", \"go\": \"hangup\" }")).document != nil)
        #expect(Self.errors(Self.file("{ \"say\": \"\(braces)\", \"go\": \"hangup\" }")) == ["bad-value"])
        #expect(Self.errors(Self.file("\"\(long)\"")) == ["unknown-step"])
        #expect(Self.errors(Self.file("{ \"ring\": \"\(long)\" }")) == ["unknown-person"])
        #expect(Self.errors(Self.file("{ \"\(long)\": 1 }")) == ["unknown-key"])
        let messages = Self.load(Self.file("{ \"ring\": \"\(long)\", \"\(long)\": \"\(long)\" }")).findings.map(
            \.message)
        #expect(messages.allSatisfy { $0.count < 500 })
    }

    @Test("control characters are refused in texts, names and targets, and never reach a message")
    func controls() {
        let nul = "\\u0000"
        for start in [
            "{ \"say\": \"a\(nul)b\" }", "{ \"ring\": \"PJSIP/1\(nul)\" }", "\"a\(nul)\"",
            "{ \"callback\": \"a\(nul)@b.c\" }",
        ] {
            let loaded = Self.load(Self.file(start))
            #expect(loaded.document == nil)
            #expect(!loaded.findings.contains { $0.description.unicodeScalars.contains { $0.value < 0x20 } })
        }
    }

    @Test("a file that is wrong everywhere keeps a bounded number of findings")
    func flood() {
        let steps = (0..<20_000).map { "\"a\($0)\": 5" }.joined(separator: ",")
        let loaded = Self.load(Self.file("\"hangup\"", ", \"steps\": { \(steps) }"))
        #expect(loaded.document == nil)
        #expect(loaded.findings.count <= 3000)
    }

    @Test("many steps that all lead to each other end the search for loops")
    func tangle() {
        let names = (0..<60).map { "s\($0)" }
        let jumps = "[" + names.map { "{ \"when\": \"anonymous\", \"go\": \"\($0)\" }" }.joined(separator: ",") + "]"
        let steps = names.map { "\"\($0)\": \(jumps)" }.joined(separator: ",")
        let errors = Self.errors(Self.file("\"s0\"", ", \"steps\": { \(steps) }"))
        #expect(Set(errors) == ["loop"])
    }

    @Test("a chain of thousands of steps is followed without going through the stack")
    func chain() {
        let count = 5000
        let steps = (0..<count).map { "\"s\($0)\": [\"s\($0 + 1)\"]" }.joined(separator: ",")
        let menu = "{ \"menu\": { \"1\": { \"for\": \"a\", \"go\": \"s0\" }, \"0\": \"s0\" } }"
        let rest = ", \"closed\": \"s0\", \"timezone\": \"Europe/London\", \"hours\": { \"mon\": \"8-9\" }"
        let loaded = Self.load(
            Self.file(menu, rest + ", \"steps\": { \(steps), \"s\(count)\": { \"say\": \"x\", \"ring\": \"201\" } }"))
        #expect(loaded.document != nil)
        #expect(loaded.findings.contains { $0.rule == .closedSilent })
    }
}

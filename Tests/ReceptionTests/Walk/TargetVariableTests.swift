import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A variable that is rung")
struct TargetVariableTests {
    static let menu = line(#"[{ "ring": "{arg.to}", "skip-busy": false }, { "say": "Not rung." }]"#)

    private func commands(_ value: String) async throws -> [String] {
        let commands = Commands()
        _ = try await Rehearsed(Self.menu) {
            $0.release = .whole
            $0.arguments = ["to": value]
            $0.fault = commands.note
        }
        return commands.all
    }

    @Test("that is sensitive is dialled, and masked in the rows")
    func sensitive() async throws {
        let menu = line(
            ##"[{ "collect": "pin", "digits": 8, "sensitive": true }, { "ring": "{pin}" }]"##)
        let call = try await Rehearsed(menu, "73912846") { $0.release = .whole }
        #expect(call.steps.contains { $0.contains("rang •••: no answer") }, "\(call.steps)")
        #expect(!call.steps.contains { $0.contains("73912846") })
    }

    @Test(
        "is dialled by the house's dial strings, inside or outside by its length",
        arguments: ["201", "*21#", "+447700900123", "07700900123", "123456789012345"])
    func number(value: String) async throws {
        #expect(try await commands(value).contains("dial PJSIP/\(value)"))
    }

    @Test(
        "with anything else in it is not dialled at all, and the list goes on",
        arguments: [
            "", "1234567890123456", "201&PJSIP/900", "201@evil", "Local/1", "201,5,G(x)", "2 01", "201\n",
            "201\r\nHANGUP",
            "201\0", "２０１", "٢٠١", "${EXTEN}", "201\u{200F}", "20A", "👩‍👩‍👧", String(repeating: "1", count: 10_000),
        ])
    func hostile(value: String) async throws {
        let all = try await commands(value)
        #expect(!all.contains { $0.hasPrefix("dial") }, "\(all)")
        #expect(all.contains("play Not rung."))
    }

    @Test("leaves the others of a list to be rung")
    func mixed() async throws {
        let call = try await Rehearsed(line(#"{ "ring": ["{arg.to}", "202"] }"#)) {
            $0.release = .whole
            $0.arguments = ["to": "x"]
            $0.people = ["202": .answers(after: .zero)]
        }
        #expect(call.rang == ["202"], "\(call)")
    }

    @Test("music is what the step says, else music for several in turn")
    func music() async throws {
        let cases = [
            (#"{ "ring": "201" }"#, false), (#"{ "ring": ["201", "202"] }"#, true),
            (#"{ "ring": ["201", "202"], "order": "together" }"#, false), (#"{ "ring": "201", "music": true }"#, true),
            (#"{ "ring": ["201", "202"], "music": false }"#, false),
        ]
        for (ring, isMusic) in cases {
            let commands = Commands()
            _ = try await Rehearsed(line(ring)) {
                $0.release = .whole
                $0.fault = commands.note
            }
            let dial = try #require(commands.all.first { $0.hasPrefix("dial") })
            #expect(dial.hasSuffix(" with music") == isMusic, "\(ring)")
        }
    }
}

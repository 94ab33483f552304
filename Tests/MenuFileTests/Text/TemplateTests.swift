import MenuFile
import Testing

@Suite("A text with variables")
struct TemplateTests {
    @Test(
        "is taken apart",
        arguments: [
            ("Hello.", [Template.Part.literal("Hello.")]), ("", [.literal("")]),
            ("a {x} b", [.literal("a "), .variable(name: "x", format: nil, ifMissing: nil), .literal(" b")]),
            (
                "{visit.date:date|soon}",
                [.variable(name: "visit.date", format: "date", ifMissing: "soon")]
            ),
            ("{invoice|?}", [.variable(name: "invoice", format: nil, ifMissing: "?")]),
            ("{visit.id|}", [.variable(name: "visit.id", format: nil, ifMissing: "")]),
            ("{x|a:b|c}", [.variable(name: "x", format: nil, ifMissing: "a:b|c")]),
            ("{x : money PLN}", [.variable(name: "x", format: "money PLN", ifMissing: nil)]),
            ("{{x}} } }}", [.literal("{x} } }")]),
            ("{{{x}}}", [.literal("{"), .variable(name: "x", format: nil, ifMissing: nil), .literal("}")]),
            ("{arg.Order_ID}", [.variable(name: "arg.Order_ID", format: nil, ifMissing: nil)]),
            ("{caller.calls-today}", [.variable(name: "caller.calls-today", format: nil, ifMissing: nil)]),
        ] as [(String, [Template.Part])])
    func parsing(text: String, parts: [Template.Part]) throws {
        #expect(try Template(parsing: text).parts == parts)
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("a {x", TemplateError.unclosedBrace("x")), ("{", .unclosedBrace("")), ("{a{b}}", .unclosedBrace("a{b}}")),
            ("{}", .badName("")), ("{Name}", .badName("Name")), ("{a..b}", .badName("a..b")), ("{1a}", .badName("1a")),
            ("{arg.}", .badName("arg.")), ("{a b}", .badName("a b")), ("{ö}", .badName("ö")),
            ("{x:}", .unknownFormat("")), ("{x:upper}", .unknownFormat("upper")),
            ("{x:ordinal}", .laterFormat("ordinal")),
            ("{x:count a|b}", .laterFormat("count a")), ("{x:money}", .badCurrency("money")),
            ("{x:money pln}", .badCurrency("money pln")), ("{x:date long}", .unknownFormat("date long")),
        ])
    func refused(text: String, error: TemplateError) {
        #expect(throws: error) { try Template(parsing: text) }
    }

    @Test("says of later formats that they come later")
    func laterFormat() {
        #expect("\(TemplateError.laterFormat("ordinal"))" == "the format \"ordinal\" comes with a later release")
    }

    @Test("gives back any text without braces, and undoubles doubled ones")
    func roundTrip() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            let text = String(
                (0..<Int.random(in: 0...20, using: &random)).map { _ in "ab{}| :é".randomElement(using: &random) ?? "a"
                })
            let doubled = text.replacing("{", with: "{{").replacing("}", with: "}}")
            #expect(try Template(parsing: doubled).parts == [.literal(text)])
        }
    }
}

/// A small generator with a seed, so that a failing property can be run again (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}

import MenuFile
import Testing

@Suite("A text filled in")
struct RenderingTests {
    let values: [String: TextValue] = [
        "visit.date": .text("2026-03-05"), "visit.time": .text("09:20"), "emergency": .text("112"),
        "number": .text("07700900002"), "price": .text("12.50"), "wait": .number(7200), "empty": .text(""),
        "code": .text("ab-1"), "when": .date(CivilDate(dayNumber: 20_516)), "big": .text("0012345.0"),
        "odd": .text("whenever"),
    ]

    private func render(_ text: String, use: TextUse = .speech) throws -> String {
        let today = try #require(CivilDate("2026-03-03"))
        return try Template(parsing: text).render(pack: .english, today: today, use: use) { values[$0] }
    }

    @Test(
        "says each format as English does",
        arguments: [
            (
                "Your appointment: {visit.date:date}, {visit.time:time}.",
                "Your appointment: Thursday, 5 March, nine twenty."
            ),
            ("In an emergency call {emergency:digits}.", "In an emergency call 1 1 2."),
            ("{number:phone}", "0 7 7, 0 0 9, 0 0 0, 0 2"), ("{price:money GBP}", "twelve pounds and fifty pence"),
            ("{wait:duration}", "two hours"), ("{code:spell}", "A B dash 1"), ("{when:day}", "tomorrow"),
            ("{visit.date:day}", "on Thursday"), ("{big:number}", "12345.0"), ("{code}", "ab-1"),
            ("{odd:date} {odd:time} {odd:number} {odd:money EUR}", "whenever whenever whenever whenever"),
        ])
    func formats(text: String, spoken: String) throws {
        #expect(try render(text) == spoken)
    }

    @Test("puts the \"if missing\" text for a missing or empty value, else nothing")
    func missing() throws {
        #expect(try render("a{nobody}b{nobody|?}c{empty|-}d{empty:date}e") == "ab?c-de")
        let template = try Template(parsing: "{nobody} {empty} {nobody|x} {code}")
        #expect(template.missingVariables { values[$0] } == ["nobody", "empty"])
    }

    @Test("is collapsed and trimmed for a display")
    func display() throws {
        #expect(try render("  {code}:  {nobody} {visit.date}  ", use: .display) == "ab-1: 2026-03-05")
        #expect(try render("{code}  {nobody}x", use: .speech) == "ab-1  x")
    }

    @Test("is encoded value by value where another encoder is given")
    func encoded() throws {
        #expect(try render("a<{odd}>{nobody}", use: .encoded { "[\($0)]" }) == "a<[whenever]>")
    }

    @Test("takes the national digits from outside")
    func national() throws {
        let template = try Template(parsing: "{n:phone}")
        let today = CivilDate(dayNumber: 0)
        let spoken = template.render(
            pack: .english, today: today, nationalDigits: { $0.replacing("+44", with: "0") },
            values: { _ in .text("+442079460001") })
        #expect(spoken == "0 2 0, 7 9 4, 6 0 0, 0 1")
    }

    @Test(
        "lets nothing from outside be read as markup",
        arguments: [
            ("<speak>x</speak>", "speak x /speak"), ("Smith & Sons", "Smith and Sons"), ("AT&T", "AT and T"),
            ("[[h@'loU]]", "h@'loU"), ("[[[[", ""), ("a\u{0}b\r\nc\td", "a b c d"), ("&lt;", "and lt;"),
            ("x\u{202e}y\u{200f}z", "x y z"), ("\u{2028}", ""), ("a\\b", "a b"), ("<[<&>]>", "and"), ("👍🏽 ok", "👍🏽 ok"),
        ])
    func hostile(value: String, spoken: String) throws {
        let template = try Template(parsing: "{x}")
        let today = CivilDate(dayNumber: 0)
        #expect(template.render(pack: .english, today: today) { _ in .text(value) } == spoken)
    }

    @Test("speaks at most 200 characters of a value, whatever they are made of")
    func length() {
        #expect(SpokenText.neutralised(String(repeating: "a", count: 10_000), and: "and").count == 200)
        #expect(SpokenText.neutralised(String(repeating: "& ", count: 10_000), and: "and").count <= 200)
        let piled = "a" + String(repeating: "\u{301}", count: 10_000)
        #expect(SpokenText.neutralised(piled, and: "and").unicodeScalars.count <= 800)
        let words = String(repeating: "word\u{301}\u{301}\u{301}\u{301}\u{301} ", count: 300)
        #expect(SpokenText.neutralised(words, and: "and").unicodeScalars.count <= 800)
    }

    @Test("speaks the beginning of a caller's name only, and shows all of it")
    func name() throws {
        let template = try Template(parsing: "{caller.name}")
        let today = CivilDate(dayNumber: 0)
        func render(_ name: String, _ use: TextUse = .speech) -> String {
            template.render(pack: .english, today: today, use: use) { _ in .text(name) }
        }
        let odd = String(repeating: "%#", count: 120)
        #expect(render(odd) == String(odd.prefix(80)))
        #expect(render(odd, .display) == odd)
        #expect(render("x" + String(repeating: "\u{301}", count: 200)).isEmpty)
        #expect(render(String(repeating: "e\u{301}", count: 80)).count == 40)
        #expect(render("Prof. Dr. Maria Anna Müller-Lüdenscheidt") == "Prof. Dr. Maria Anna Müller-Lüdenscheidt")
    }

    @Test("keeps every harmful character out, whatever is thrown at it")
    func fuzz() {
        var random = SeededRandom(seed: 3)
        let alphabet: [Character] = [
            "<", ">", "[", "]", "&", "\\", "\u{0}", "\u{1b}", "\n", " ", "a", "é", "\u{200b}", "漢", "\u{e000}", "/",
        ]
        for _ in 0..<500 {
            let text = String(
                (0..<Int.random(in: 0...300, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }
            )
            let spoken = SpokenText.neutralised(text, and: "and")
            #expect(spoken.count <= 200)
            #expect(
                !spoken.unicodeScalars.contains {
                    "<>[]&\\".unicodeScalars.contains($0) || $0.value < 32 || $0 == "\u{200b}"
                })
            #expect(SpokenText.neutralised(spoken, and: "and") == spoken)
        }
    }
}

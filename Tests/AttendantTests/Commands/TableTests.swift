import Testing

@testable import Attendant

@Suite("Tables in a terminal")
struct TableTests {
    @Test("columns as wide as their widest cell, and no blanks at the end of a line")
    func columns() {
        let table = Table(["ID", "NAME", "ABOUT"], [["1", "Jo", ""], ["200", "Zoë Müller", "Bill"]])
        #expect(
            table.text == """
                ID   NAME        ABOUT
                1    Jo
                200  Zoë Müller  Bill
                """)
    }

    @Test("only a head")
    func empty() {
        #expect(Table(["ID", "NAME"], []).text == "ID  NAME")
    }

    @Test("what callers wrote cannot begin a row, colour a terminal or turn the writing round")
    func hostile() {
        let table = Table(["NAME", "X"], [["a\nb\u{1B}[31m\u{202E}c\u{0}\r", "1"]])
        #expect(table.text == "NAME     X\nab[31mc  1")
    }

    @Test("a name as long as a channel takes leaves the other columns where they are", arguments: ["é", "語"])
    func long(letter: String) {
        let table = Table(["NAME", "X"], [[String(repeating: letter, count: 400), "1"], ["Jo", "2"]])
        let lines = table.text.split(separator: "\n")
        #expect(lines[1].hasSuffix("…  1") || lines[1].hasSuffix("…   1"))
        #expect(lines.allSatisfy { PlainText.width(of: $0) <= Table.mostColumns + 3 })
    }
}

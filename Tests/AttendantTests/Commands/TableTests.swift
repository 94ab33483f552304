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
}

import Testing

@testable import Reception

@Suite struct ClausesTests {
    @Test("takes a text apart where a speaker would breathe")
    func split() {
        let clauses = Clauses.split("Good day, this is 12:00,  or 8.30. Bye!")
        #expect(clauses.map(\.0) == ["Good day,", "this is 12:00,", "or 8.30.", "Bye!"])
        #expect(clauses.map(\.1) == [.clause, .clause, .sentence, .sentence])
        #expect(Clauses.split("您好，再见。").map(\.0) == ["您好，", "再见。"])
    }

    @Test("takes any ASCII apart the same with and without Unicode's tables")
    func shortWay() {
        let letters = Array("ab0  \n\t\r,.:;!?-\u{B}\u{1C}\u{0}")
        for _ in 0..<3_000 {
            let text = String((0..<Int.random(in: 0...30)).map { _ in letters.randomElement() ?? "a" })
            let (short, long) = (Clauses.split(text), Clauses.splitCharacters(text))
            #expect(short.map(\.0) == long.map(\.0), "\(text.debugDescription)")
            #expect(short.map(\.1) == long.map(\.1), "\(text.debugDescription)")
        }
    }
}

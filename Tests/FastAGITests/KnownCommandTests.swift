import FastAGI
import Testing

@Suite("KnownCommand")
struct KnownCommandTests {
    @Test(
        "finds a command in the words of a line",
        arguments: [
            ("stream file x", "STREAM FILE", false, 2), ("GET full Variable x", "GET FULL VARIABLE", true, 3),
            ("GET VARIABLE x", "GET VARIABLE", true, 2), ("DATABASE DELTREE f", "DATABASE DELTREE", true, 2),
            ("DATABASE DEL f k", "DATABASE DEL", true, 2), ("SAY DATETIME 1", "SAY DATETIME", false, 2),
            ("SAY DATE 1", "SAY DATE", false, 2), ("SPEECH UNLOAD GRAMMAR g", "SPEECH UNLOAD GRAMMAR", true, 3),
            ("GOSUB a b 1", "GOSUB", false, 1), ("EXEC a", "EXEC", true, 1),
        ])
    func finds(line: String, verb: String, isAllowed: Bool, count: Int) {
        let known = KnownCommand(words: CommandWords(line: line.utf8).strings)
        #expect(known?.verb == verb)
        #expect(known?.isAllowedOnDeadChannel == isAllowed)
        #expect(known?.wordCount == count)
    }

    @Test("does not know others", arguments: ["", "BOGUS", "STREAM", "GET", "STREAMFILE x", "ANSWER\r"])
    func unknown(line: String) {
        #expect(KnownCommand(words: CommandWords(line: line.utf8).strings) == nil)
    }
}

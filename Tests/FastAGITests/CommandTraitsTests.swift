@testable import FastAGI
import Testing

@Suite("Command, traits")
struct CommandTraitsTests {
    @Test("what runs on a dead channel agrees with Asterisk's table", arguments: CommandTable.lines)
    func deadChannel(command: Command, line: String) {
        let known = KnownCommand(words: CommandWords(line: line.utf8).strings)
        #expect(command.isAllowedOnDeadChannel == known?.isAllowedOnDeadChannel ?? true)
    }

    @Test("a raw command of Asterisk's is judged like the typed one")
    func rawDeadChannel() {
        #expect(!Command.raw(words: ["stream", "FILE", "x", ""]).isAllowedOnDeadChannel)
        #expect(Command.raw(words: ["get", "variable", "x"]).isAllowedOnDeadChannel)
        #expect(Command.raw(words: ["FUTURE"]).isAllowedOnDeadChannel)
    }

    @Test("only GOSUB and raw commands are answered with 100 first", arguments: CommandTable.lines)
    func trying(command: Command, line: String) {
        #expect(command.mayAnswerTrying == (line.hasPrefix("GOSUB") || command.verb == "raw"))
    }

    @Test("EXEC is known in any case")
    func applications() {
        #expect(Command.exec(application: "a", options: "").runsApplication)
        #expect(Command.raw(words: ["exec", "a"]).runsApplication)
        #expect(!Command.answer.runsApplication)
        #expect(!Command.raw(words: ["EXECUTE", "a"]).runsApplication)
    }
}

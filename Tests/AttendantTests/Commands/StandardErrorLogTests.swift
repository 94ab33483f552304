import Logging
import Testing

@testable import Attendant

@Suite("Lines of the log")
struct StandardErrorLogTests {
    private func line(
        _ message: String = "connection without a call", _ facts: Logger.Metadata = [:], isJournal: Bool = false
    ) -> String {
        StandardErrorLog.line(.notice, message, facts, isJournal: isJournal)
    }

    @Test("the level, the message, and facts in the order of their names")
    func plain() {
        #expect(line("call started", ["menu": "day", "call": "7"]) == "notice call started call=7 menu=day")
        #expect(line() == "notice connection without a call")
    }

    @Test(
        "values that are not one plain word stand in quotes",
        arguments: [
            ("", "\"\""), ("two words", "\"two words\""), ("a=b", "\"a=b\""), ("say \"x\"", #""say \"x\"""#),
            (#"back\slash and space"#, #""back\\slash and space""#), ("10.0.0.7", "10.0.0.7"), ("漢字", "漢字"),
        ])
    func quoted(value: String, shown: String) {
        #expect(line("m", ["why": "\(value)"]) == "notice m why=\(shown)")
    }

    @Test(
        "nothing in a value or a message begins a line, forges a level or moves the cursor",
        arguments: [
            "a\nerror forged", "a\r\nb", "a\u{1B}[2Jb", "a\u{0}b", "a\u{85}b", "a\u{2028}b\u{2029}c", "a\u{9B}31mb",
            "a\u{202E}b", "a\u{7}b\u{8}c\tb",
        ])
    func hostile(text: String) {
        for shown in [line(text), line("m", ["why": "\(text)"])] {
            #expect(
                shown.unicodeScalars.allSatisfy { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: false
                    default: true
                    }
                })
        }
    }

    @Test("a value cannot end its quotes and add a fact of its own")
    func forgedFact() {
        #expect(line("m", ["why": "x\" level=error \""]) == #"notice m why="x\" level=error \"""#)
    }

    @Test(
        "journald reads the priority in front",
        arguments: zip(Logger.Level.allCases, ["<7>", "<7>", "<6>", "<5>", "<4>", "<3>", "<2>"]))
    func priority(level: Logger.Level, mark: String) {
        #expect(StandardErrorLog.line(level, "m", [:], isJournal: true) == "\(mark)\(level) m")
    }

    @Test("a level that is none is told with those that are")
    func level() throws {
        #expect(try Log.logger("debug").logLevel == .debug)
        #expect(
            throws: StartError.setting(
                "log: \"loud\" is no level; expected one of trace, debug, info, notice, warning, error, critical")
        ) { _ = try Log.logger("loud") }
    }
}

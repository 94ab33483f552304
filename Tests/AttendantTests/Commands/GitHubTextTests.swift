import MenuFile
import Testing

@testable import Attendant

@Suite("Annotations for GitHub")
struct GitHubTextTests {
    private func line(_ message: String, file: String = "menus/a.json", _ severity: Finding.Severity = .error) -> String
    {
        GitHubText.line(
            Finding(
                file: "a.json", position: Position(line: 3, column: 5), severity: severity, rule: .unknownStep,
                message: message), file: file)
    }

    @Test("name the file as it was named, line, column and rule")
    func plain() {
        #expect(
            line("there is no such step")
                == "::error file=menus/a.json,line=3,col=5,title=unknown-step::there is no such step")
        #expect(line("x", .warning).hasPrefix("::warning file=") && line("x", .info).hasPrefix("::notice file="))
    }

    @Test("escape what would end a message, a property or a command")
    func hostile() {
        #expect(line("50%\r\n::error::x").hasSuffix("::50%25%0D%0A::error::x"))
        #expect(line("a: b, c").hasSuffix("::a: b, c"))
        #expect(line("x", file: "a:b,c%\n.json").hasPrefix("::error file=a%3Ab%2Cc%25%0A.json,line=3,"))
    }
}

import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("The name of a line")
struct NameTests {
    @Test("that is made of itself is refused where it stands", arguments: ["{name}", "Acme {label}", "A {label|x}"])
    func refused(name: String) {
        let text = line(#"{ "say": "Words." }"#).replacing("Miller Heating", with: name)
        let loaded = MenuLoader.load(text: text, fileName: "test.json")
        #expect(loaded.document == nil)
        let errors = loaded.findings.filter { $0.severity == .error }
        #expect(errors.map(\.rule) == [.badValue], "\(loaded.findings)")
    }

    @Test("that is made of other variables is spoken with them")
    func other() async throws {
        let text = line(#"{ "say": "This is {name}." }"#).replacing("Miller Heating", with: "Acme {arg.town}")
        let call = try await Rehearsed(text) {
            $0.release = .whole
            $0.arguments = ["town": "Leeds"]
        }
        #expect(call.said.first == "This is Acme Leeds.", "\(call)")
    }
}

import Reception
import Rehearsal
import Testing

@Suite("Estimated sounds")
struct EstimatedPromptsTests {
    private let voice = Prompt.Voice(language: "en")

    @Test("take a second for fourteen characters, and pauses as long as they are")
    func length() async throws {
        let prompt = Prompt([
            .speech(String(repeating: "a", count: 28), voice), .pause(.milliseconds(500)),
            .recording(path: "x", text: String(repeating: "b", count: 14), voice), .tone("beep"),
        ])
        #expect(try await EstimatedPrompts().sound(of: prompt).length == .milliseconds(3800))
    }

    @Test("are there at once, with the text that is heard")
    func text() {
        let prompt = Prompt([.speech("Hello.", voice), .pause(.seconds(1)), .speech("Bye.", voice)])
        #expect(EstimatedPrompts().ready(prompt)?.text == "Hello. Bye.")
    }
}

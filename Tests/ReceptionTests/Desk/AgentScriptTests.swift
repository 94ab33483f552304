import Foundation
import MenuFile
import Rehearsal
import Testing

@testable import Reception

@Suite("What whoever calls back is told")
struct AgentScriptTests {
    /// Tuesday, 3 March 2026, 16:05 UTC.
    private static let asked = Date(timeIntervalSince1970: 1_772_553_900)

    private func said(
        _ task: AgentTask, _ language: String, phrases: String = "", after hours: Double = 1
    ) throws -> Prompt {
        let menu = """
            { "attendant": 1, "name": "Miller", "operator": "200", "timezone": "Europe/London",
              "language": "\(language)", "start": { "say": "x" }, "phrases": { "\(language)": { \(phrases) } } }
            """
        let loaded = MenuLoader.load(text: menu, fileName: "a.json", release: .whole)
        let document = try #require(loaded.document, "\(loaded.findings)")
        let script = AgentScript(
            task, document: document, house: House(messages: "/m"), library: EstimatedPrompts(),
            now: Self.asked.addingTimeInterval(hours * 3600))
        return script.announcement
    }

    private static let task = AgentTask(name: "J Smith", number: "07700900001", about: "Repairs", since: asked)

    @Test("who, in groups, about what, since when, and the three keys")
    func english() throws {
        let prompt = try said(Self.task, "en")
        #expect(prompt.text.hasPrefix("A call back to J Smith, 0 7 7, 0 0 9, 0 0 0, 0 1."), "\(prompt.text)")
        #expect(prompt.text.contains("About: Repairs. Asked for today at sixteen oh five."), "\(prompt.text)")
        #expect(
            prompt.text.hasSuffix(
                "To call now, press 1. To be asked again later, press 2. If it is settled, press 3."), "\(prompt.text)")
        #expect(prompt.isSensitive)
        #expect(prompt.marks.count == 3)
    }

    @Test(
        "in every language of ours, with nothing left to fill in",
        arguments: ["en", "pl", "ru", "id", "zh", "de", "fr", "es"])
    func everyLanguage(language: String) throws {
        let text = try said(Self.task, language).text
        #expect(!text.contains("{") && !text.contains("}"))
        #expect(text.contains("J Smith") && text.contains("Repairs"))
        #expect(language == "en" || !text.contains("press"))
    }

    @Test("without a name or a reason these are not spoken of, and long ones are cut")
    func lessAndMore() throws {
        let bare = try said(AgentTask(name: nil, number: "123", about: "", since: Self.asked), "en").text
        #expect(bare.hasPrefix("A call back to 1 2 3. Asked for"), "\(bare)")
        let long = AgentTask(
            name: String(repeating: "n ", count: 500), number: "123", about: String(repeating: "r", count: 5_000),
            since: Self.asked)
        #expect(try said(long, "en").text.count < 500)
    }

    @Test("in the file's own words")
    func ownWords() throws {
        let prompt = try said(Self.task, "en", phrases: #""agent-call": "Ring {caller} for {name}.""#)
        #expect(prompt.text.hasPrefix("Ring J Smith"), "\(prompt.text)")
        #expect(prompt.text.contains("for Miller."))
    }
}

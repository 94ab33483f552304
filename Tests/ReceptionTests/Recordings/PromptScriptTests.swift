import Foundation
import MenuFile
import Reception
import Testing

@Suite("The script of a menu")
struct PromptScriptTests {
    private static func script(
        _ menu: String, _ recordings: LineRecordings = .none
    ) throws -> PromptScript {
        let document = try #require(MenuLoader.load(text: menu, fileName: "shop.json", release: .current).document)
        return PromptScript(MenuVersion(document: document, version: "v", recordings: recordings))
    }

    static let menu = line(
        #"{ "say": ["Hi.", { "play": "jingle", "text": "La." }, "Your number is {caller.number}."], "#
            + #""menu": { "1": { "for": "repairs", "say": "Soon." }, "2": { "to": "wait", "go": "start" } } }"#)

    @Test("has every line of the menu once, in the order of callers, with the place that says it")
    func order() throws {
        let entries = try Self.script(Self.menu).entries
        let own = entries.filter { $0.place == "start" }.map(\.text)
        #expect(
            own.prefix(4) == ["Hi.", "La.", "Your number is {caller.number}.", "For repairs, press 1."], "\(own)")
        #expect(Set(entries.map { "\($0.language) \($0.text)" }).count == entries.count)
        #expect(entries.last?.place == "phrases")
    }

    @Test("tells what is recorded, what the menu plays, and what is always spoken")
    func kinds() throws {
        let greeting = PromptLine(language: "en", text: "Hi.")
        let path = "shop.recordings/en/mine-\(greeting.mark)"
        let entries = try Self.script(Self.menu, LineRecordings([path])).entries
        func kind(_ text: String) -> PromptScript.Kind? { entries.first { $0.text == text }?.kind }
        #expect(kind("Hi.") == .line(path: path, isRecorded: true))
        #expect(kind("La.") == .played(path: "jingle"))
        #expect(kind("Your number is {caller.number}.") == .variable)
        let repairs = PromptLine(language: "en", text: "For repairs, press 1.")
        #expect(kind(repairs.text) == .line(path: "shop.recordings/en/\(repairs.fileName)", isRecorded: false))
    }

    @Test("knows recordings whose words nobody says any more")
    func unused() throws {
        let greeting = PromptLine(language: "en", text: "Hi.")
        let old = PromptLine(language: "en", text: "Hello.")
        let recordings = LineRecordings([greeting, old].map { "shop.recordings/en/\($0.fileName)" })
        let script = try Self.script(Self.menu, recordings)
        #expect(script.unused(of: recordings) == ["shop.recordings/en/\(old.fileName)"])
    }

    @Test("holds each line that a call may be told, in every sample", arguments: try Samples.all)
    func samples(file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let document = try #require(
            MenuLoader.load(text: text, fileName: file.lastPathComponent, release: .current).document)
        let version = MenuVersion(document: document, version: "v")
        let script = PromptScript(version)
        // Recorded all of them, nothing of what is made before calls is left to eSpeak NG.
        let recordings = LineRecordings(
            script.entries.compactMap { if case .line(let path, _) = $0.kind { path } else { nil } })
        let spoken = StaticPrompts.of(document).map { recordings.applied(to: $0) }.flatMap(\.pieces).filter {
            if case .speech = $0 { true } else { false }
        }
        #expect(spoken.isEmpty, "\(spoken.prefix(3))")
        #expect(script.entries.count > 10)
    }
}

/// The sample menus.
enum Samples {
    static var all: [URL] {
        get throws {
            let folder = URL(filePath: #filePath).appending(path: "../../../../Menus").standardizedFileURL
            return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "json" && !$0.lastPathComponent.contains(".test.") }
                .filter { !$0.lastPathComponent.contains(".schema.") }
        }
    }
}

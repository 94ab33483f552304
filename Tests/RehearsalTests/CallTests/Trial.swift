import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Synchronization
import Testing

/// A menu and its call tests, run with estimated sounds.
struct Trial {
    let report: CallTestReport

    init(
        _ menu: String, calls: String, prompts: any PromptLibrary = EstimatedPrompts(),
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let loaded = MenuLoader.load(text: menu, fileName: "line.json", release: .whole)
        let document = try #require(loaded.document, "\(loaded.findings)", sourceLocation: location)
        let tests = CallTestLoader.load(
            Array(#"{ "calls": [\#(calls)] }"#.utf8), fileName: "line.test.json", menu: document)
        let file = try #require(tests.file, "\(tests.findings)", sourceLocation: location)
        let runner = CallTestRunner(
            menu: MenuVersion(document: document, version: "v"), prompts: prompts, numbers: NumberRules(),
            house: House(messages: "/messages"))
        report = await runner.run(file)
    }

    /// The only call.
    var call: CallTestResult { report.results[0] }

    /// Why the only call failed; nil: it passed.
    var why: String? { report.results[0].why }

    /// What the only call said, rang and pressed, in order.
    var story: [String] {
        report.results[0].transcript.map { entry in
            switch entry.what {
            case .said(let text): text
            case .key(let key): "[\(key)]"
            case .rings(let names): "(rings \(names.joined(separator: " & ")))"
            case .shows(let text): "(shows \(text))"
            case .event(let text): "(\(text))"
            }
        }
    }

    /// When a key was pressed, in seconds, in order.
    var presses: [Double] {
        report.results[0].transcript.compactMap { entry in
            if case .key = entry.what { entry.at / .seconds(1) } else { nil }
        }
    }

    /// When something was said for the first time, in seconds.
    func said(_ text: String) -> Double? {
        report.results[0].transcript.first { $0.what == .said(text) }.map { $0.at / .seconds(1) }
    }

    /// Two choices and the operator.
    static let line = """
        { "attendant": 1, "name": "Miller", "country": "GB", "people": { "anna": "201", "ben": { "ring": "202", "email": "ben@x.example" } },
          "operator": "200", "callbacks": { "office": { "email": "office@x.example" } },
          "start": { "say": "Good day.", "menu": {
            "1": { "for": "repairs", "ring": "anna" },
            "2": { "for": "a call back", "callback": "office" },
            "3": { "to": "leave a message", "voicemail": "ben" } } } }
        """
}

/// Sounds that must be made first, and take as long as they are estimated to; counts how often each was made.
final class MadePrompts: PromptLibrary {
    private let made = Mutex<[Prompt: Int]>([:])
    private let failing: String?

    /// - Parameter failing: a prompt with this in it cannot be made.
    init(failing: String? = nil) { self.failing = failing }

    /// How often the sound was made that was made most often.
    var most: Int { made.withLock { $0.values.max() ?? 0 } }

    func ready(_ prompt: Prompt) -> Sound? { nil }

    func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        made.withLock { $0[prompt, default: 0] += 1 }
        for _ in 0..<20 { await Task.yield() }
        if let failing, prompt.text.contains(failing) { throw .synthesis("no") }
        return try await EstimatedPrompts().sound(of: prompt)
    }
}

import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
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

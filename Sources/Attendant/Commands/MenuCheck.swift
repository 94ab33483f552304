import Foundation
public import MenuFile

/// `attendant check`: the findings of menu files, as lines or as JSON.
public struct MenuCheck: Sendable {
    /// What was found, file by file.
    public let findings: [Finding]
    private let files: [(name: String, hasErrors: Bool)]

    /// Reads and checks files, and all menu files of folders.
    ///
    /// - Throws: `StartError.menus` when one cannot be read, or a folder has none.
    public init(_ paths: [String]) throws(StartError) {
        var findings: [Finding] = []
        var files: [(name: String, hasErrors: Bool)] = []
        for file in try Self.files(paths) {
            let found = try MenuFolder.load(file).findings
            findings += found
            files.append((MenuFolder.name(of: file), found.contains { $0.severity == .error }))
        }
        self.findings = findings
        self.files = files
    }

    private static func files(_ paths: [String]) throws(StartError) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw .menus("\(path): there is no such file; expected a menu file or a folder of them")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let found = try MenuFolder(path).files()
            guard !found.isEmpty else { throw .menus("\(path): there is no menu file in this folder") }
            files += found
        }
        return files
    }

    /// Whether there are errors, or warnings that count as such.
    public func fails(strict: Bool) -> Bool {
        findings.contains { $0.severity == .error || (strict && $0.severity == .warning) }
    }

    /// A line a finding, and one a file.
    public var text: String {
        let lines = findings.map(\.description)
        let verdicts = files.map { "\($0.name): \($0.hasErrors ? "cannot be served" : "can be served")" }
        return (lines + verdicts).joined(separator: "\n")
    }

    /// `{"findings": […], "calls": [], "destinations": []}`.
    public var json: String {
        let list = findings.map { finding in
            JSONFinding(
                file: finding.file, line: finding.line, column: finding.column,
                severity: finding.severity.rawValue, rule: finding.rule.rawValue, message: finding.message)
        }
        return JSONText.of(JSONReport(findings: list, calls: [], destinations: []))
    }

    private struct JSONReport: Encodable {
        let findings: [JSONFinding]
        let calls: [String]
        let destinations: [String]
    }

    private struct JSONFinding: Encodable {
        let file: String
        let line: Int
        let column: Int
        let severity: String
        let rule: String
        let message: String
    }
}

/// JSON for scripts: keys sorted, one form everywhere.
enum JSONText {
    static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Strings, numbers and lists of them: nothing here can fail to encode.
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

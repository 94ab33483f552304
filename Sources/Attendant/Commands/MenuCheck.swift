import Foundation
public import MenuFile
import Reception
import Rehearsal

/// `attendant check`: the findings of menu files and how their test calls went, as lines or as JSON.
public struct MenuCheck: Sendable {
    /// What was found, file by file; what is wrong with a test file stands after its menu's.
    public var findings: [Finding] { files.flatMap(\.allFindings) }

    private var files: [File] = []

    /// One menu file.
    struct File: Sendable {
        let name: String
        let findings: [Finding]
        let tests: CallTesting.Outcome?
        /// The file as it was named.
        var path = ""
        /// Its seconds and sounds; nil: it has errors.
        var measure: MenuMeasure?
        /// Its test calls over TCP; nil: there were none to play, or nobody asked for it.
        var played: [AGITesting.Result]?

        var hasErrors: Bool { findings.contains { $0.severity == .error } }

        /// Those of the menu, then those of its tests.
        var allFindings: [Finding] { findings + (tests?.findings ?? []) }
    }

    /// Reads and checks files, and all menu files of folders, and runs the test calls beside them.
    ///
    /// - Parameter agi: also plays the calls over TCP: to the server there, HOST:PORT, or to one of its own, "own"; nil:
    ///   it does not.
    /// - Throws: `StartError.menus` when one cannot be read, or a folder has none; with `agi` also `setting`, `listen`
    ///   and `speech`.
    public init(
        _ paths: [String], _ configuration: Configuration, agi: String? = nil
    ) async throws(StartError) {
        let testing = CallTesting(configuration)
        let server = try agi.map { text throws(StartError) in try AGITesting.Server(text) }
        for file in try Self.files(paths) {
            let (version, findings) = try MenuFolder.load(file)
            let name = MenuFolder.name(of: file)
            guard let version else {
                files.append(File(name: name, findings: findings, tests: nil, path: file))
                continue
            }
            let tests = try await testing.run(beside: file, version)
            let measure = await MenuMeasure(file, version, configuration)
            let all = findings + measure.findings + Self.untested(file, version, tests)
            let checked = File(
                name: name, findings: all.sorted { $0.position < $1.position }, tests: tests, path: file,
                measure: measure)
            files.append(checked)
        }
        if let server { try await play(on: server, configuration) }
    }

    /// Plays the calls of all files at the same time: each takes the minutes that it takes.
    private mutating func play(
        on server: AGITesting.Server, _ configuration: Configuration
    ) async throws(StartError) {
        let testing = AGITesting(configuration, server)
        let tested = files.enumerated().compactMap { place, file in
            file.tests?.report.map { (place: place, path: file.path, report: $0) }
        }
        let played = await withTaskGroup(of: (Int, Result<[AGITesting.Result]?, StartError>).self) { group in
            for file in tested {
                group.addTask {
                    do throws(StartError) {
                        return (file.place, .success(try await testing.run(beside: file.path, file.report)))
                    } catch {
                        return (file.place, .failure(error))
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for (place, result) in played { files[place].played = try result.get() }
    }

    /// What the calls of a menu leave untried; nothing is said of a test file that cannot be read.
    private static func untested(
        _ file: String, _ version: MenuVersion, _ tests: CallTesting.Outcome?
    ) -> [Finding] {
        if tests != nil, tests?.report == nil { return [] }
        return Untested.findings(
            version.document, file: (file as NSString).lastPathComponent,
            tests: (CallTesting.file(beside: file) as NSString).lastPathComponent, coverage: tests?.report?.coverage)
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

    /// Whether there are errors, test calls that failed, or warnings that count as errors.
    public func fails(strict: Bool) -> Bool {
        findings.contains { $0.severity == .error || (strict && $0.severity == .warning) }
            || files.contains { $0.tests?.report?.failures.isEmpty == false }
            || files.contains { $0.played?.contains { $0.why != nil } == true }
    }

    /// A line a finding, then for each file whether it can be served, how its test calls went and how long callers need
    /// to choose.
    ///
    /// - Parameter seconds: a table of the seconds to each destination follows.
    public func text(seconds: Bool) -> String {
        let tables = seconds ? files.compactMap { $0.seconds?.table } : []
        return (findings.map(\.description) + files.flatMap(\.lines) + tables).joined(separator: "\n")
    }

    /// A line a finding and a failed call, as GitHub's workflows show them beside the line of the file.
    public var github: String { files.flatMap(\.annotations).joined(separator: "\n") }

    /// `{"findings": […], "calls": […], "destinations": […]}`, and `"agi": […]` where calls were played over TCP.
    public var json: String {
        let list = findings.map { finding in
            JSONFinding(
                file: finding.file, line: finding.line, column: finding.column,
                severity: finding.severity.rawValue, rule: finding.rule.rawValue, message: finding.message)
        }
        let calls = files.compactMap(\.tests).flatMap { tests in
            (tests.report?.results ?? []).map { JSONCall(tests.file, $0) }
        }
        let destinations = files.flatMap { file in
            (file.measure?.reach.ways ?? []).map { way in
                JSONDestination(way, of: file.name, isEstimated: file.measure?.isEstimated ?? false)
            }
        }
        let played = files.compactMap { file in
            file.played?.map { JSONPlayedCall(file.tests?.file ?? "", $0) }
        }
        return JSONText.of(
            JSONReport(
                findings: list, calls: calls, destinations: destinations,
                agi: played.isEmpty ? nil : played.flatMap { $0 }))
    }

    private struct JSONReport: Encodable {
        let findings: [JSONFinding]
        let calls: [JSONCall]
        let destinations: [JSONDestination]
        let agi: [JSONPlayedCall]?
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

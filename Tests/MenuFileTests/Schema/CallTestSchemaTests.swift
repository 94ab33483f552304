import Foundation
import Testing

@testable import MenuFile

@Suite("The schema of call tests")
struct CallTestSchemaTests {
    @Test("beside the sample menus is the one that the program prints: attendant schema --tests")
    func committed() throws {
        let file = SchemaTests.menus.appending(path: CallTestSchema.fileName)
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
            try CallTestSchema.text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == CallTestSchema.text)
    }

    @Test("is JSON and has every key of the tables", arguments: TableName.ofCallTests)
    func keys(table: TableName) throws {
        #expect(try JSONDocument.parse(Array(CallTestSchema.text.utf8)).duplicates.isEmpty)
        for rule in table.table.rules { #expect(CallTestSchema.text.contains("\"\(rule.name)\": "), "\(rule.name)") }
    }

    /// Files that are no call tests, each for one fault.
    static let broken: [String] = [
        #"{ "calls": [ { "name": "a", "script": ["pres 1"] } ] }"#,
        #"{ "calls": [ { "name": "a", "script": ["press 1 at x"] } ] }"#,
        #"{ "calls": [ { "name": "a", "people": { "ben": "away" } } ] }"#,
        #"{ "calls": [ { "name": "a", "args": { "x": 1 } } ] }"#,
        #"{ "calls": [ { "name": "a", "dice": 100 } ] }"#,
        #"{ "calls": [ { "name": "a", "expect": { "ends": "gone" } } ] }"#,
        #"{ "calls": [ { "script": [] } ] }"#, #"{ "cals": [] }"#,
    ]

    @Test(
        "a validator that is not ours accepts the samples' tests and refuses what is broken",
        .enabled(if: SchemaValidator.isThere, Comment(rawValue: SchemaValidator.notice)))
    func secondOpinion() throws {
        let samples = try FileManager.default.contentsOfDirectory(atPath: SchemaTests.menus.path)
            .filter { $0.hasSuffix(".test.json") }.map { SchemaTests.menus.appending(path: $0).path }
        #expect(samples.count >= 6)
        for (file, verdict) in try SchemaValidator.verdicts(on: samples, by: CallTestSchema.text) {
            #expect(verdict.isJSON && verdict.errors.isEmpty, "\(file): \(verdict.errors)")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [String] = []
        for (place, fault) in Self.broken.enumerated() {
            files.append(folder.appending(path: "\(place).json").path)
            try fault.write(toFile: files[place], atomically: true, encoding: .utf8)
        }
        let verdicts = try SchemaValidator.verdicts(on: files, by: CallTestSchema.text)
        for place in Self.broken.indices { #expect(verdicts["\(place).json"]?.errors.isEmpty == false, "\(place)") }
    }
}

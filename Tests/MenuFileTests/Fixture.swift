import Foundation
import MenuFile
import Testing

/// The files beside the tests: `FOLDER/NAME.json`, and what is found in it in `FOLDER/NAME.expected`.
struct Fixture: Sendable, CustomTestStringConvertible {
    let folder: String
    let name: String

    /// The moment that the fixtures were written for.
    static let now = Date(timeIntervalSince1970: 1_772_533_800)  // 2026-03-03 10:30 UTC

    var testDescription: String { name }

    static var root: URL { Bundle.module.resourceURL?.appendingPathComponent("Fixtures") ?? URL(filePath: "Fixtures") }

    /// The fixtures of a folder, by name.
    static func all(in folder: String) -> [Fixture] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted().map {
            .init(folder: folder, name: String($0.dropLast(5)))
        }
    }

    var path: String { Self.root.appendingPathComponent("\(folder)/\(name).json").path }

    func bytes(_ suffix: String = "json") throws -> [UInt8] {
        Array(try Data(contentsOf: Self.root.appendingPathComponent("\(folder)/\(name).\(suffix)")))
    }

    func text(_ suffix: String) throws -> String { String(decoding: try bytes(suffix), as: UTF8.self) }

    func load(_ release: LanguageRelease) throws -> (document: MenuDocument?, findings: [Finding]) {
        MenuLoader.load(try bytes(), fileName: "\(name).json", release: release, now: Self.now)
    }
}

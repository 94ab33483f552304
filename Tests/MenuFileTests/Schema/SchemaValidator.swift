import Foundation
import MenuFile

/// Python's jsonschema, which judges our schema and files without knowing anything of ours.
enum SchemaValidator {
    /// What it says of one file.
    struct Verdict: Decodable, Sendable {
        let file: String
        let isJSON: Bool
        /// Where it found fault: keys and indices.
        let errors: [[String]]
    }

    /// Whether Python and its jsonschema (4.0 or newer) are there.
    static let isThere: Bool = {
        let found = try? run(["-c", "import jsonschema; print(hasattr(jsonschema, 'Draft202012Validator'))"])
        return found == "True\n"
    }()

    static let notice = "install Debian's python3-jsonschema to hear a second opinion on the schema"

    /// Validates files against the schema that this program prints.
    static func verdicts(on files: [String], by text: String = MenuSchema.text) throws -> [String: Verdict] {
        let schema = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).schema.json")
        try text.write(to: schema, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: schema) }
        let script = Fixture.root.appending(path: "schema/validate.py").path
        let output = try run([script, schema.path] + files)
        let verdicts = try JSONDecoder().decode([Verdict].self, from: Data(output.utf8))
        return Dictionary(uniqueKeysWithValues: verdicts.map { (URL(filePath: $0.file).lastPathComponent, $0) })
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-W", "ignore"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

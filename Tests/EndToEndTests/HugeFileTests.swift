import Foundation
import Testing

@Suite("Files of 100 MB", .timeLimit(.minutes(2)))
struct HugeFileTests {
    /// A file without blocks on disk.
    private func huge(_ folder: TemporaryFolder, _ name: String) throws -> String {
        let path = try folder.write("{ \"attendant\": 1, \"name\": \"", name)
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.truncate(atOffset: 100 << 20)
        try file.close()
        return path
    }

    @Test("as a menu, its tests, settings or an import are refused in one line")
    func refused() async throws {
        let folder = try TemporaryFolder()
        let (menu, settings) = (try huge(folder, "menu.json"), try huge(folder, "settings"))
        let (xml, dump) = (try huge(folder, "ivr.xml"), try huge(folder, "pbx.sql"))
        let good = try folder.write(Files.callback, "tested/reception.json")
        _ = try huge(folder, "tested/reception.test.json")
        for words in [
            ["check", menu], ["check", good], ["serve", "--print-config", "--config", settings],
            ["import", "freeswitch", xml], ["import", "freepbx", dump],
        ] {
            let result = try await Program.run(words)
            #expect(result.code != 0, "\(words)")
            let said = (result.errors + result.output).split(separator: "\n")
            #expect(said.contains { $0.contains("MB") && $0.utf8.count < 400 }, "\(words): \(said.first ?? "")")
        }
    }
}

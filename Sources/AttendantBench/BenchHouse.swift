import Foundation

/// A folder with menus, data and sounds, and the program beside the bench that serves it.
struct BenchHouse {
    let folder: String

    /// A temporary folder.
    /// - Parameter menus: texts by file name.
    init(menus: [String: String]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder + "/menus", withIntermediateDirectories: true)
        for (name, text) in menus {
            try text.write(toFile: folder + "/menus/" + name, atomically: true, encoding: .utf8)
        }
    }

    /// Starts the program; returns when it listens. Nil when it was not built.
    func serve() throws -> Child? {
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("attendant").path
        guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
        return try Child.server(
            program,
            [
                "serve", "--listen", "127.0.0.1:0", "--menus", folder + "/menus", "--data", folder, "--sounds",
                folder + "/sounds", "--log", "error", "--callbacks-per-number", "1000000", "--callbacks-per-hour",
                "1000000", "--connections-per-peer", "10000", "--mailcmd", "/bin/true",
            ])
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

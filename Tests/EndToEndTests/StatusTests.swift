import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("attendant status")
struct StatusTests {
    @Test("says how a running server does, for people and as JSON")
    func status() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let server = try await Served(folder)
        _ = try await server.call("1")
        let text = try await Program.run(["status", "--data", folder.path + "/data"])
        #expect(text.code == 0, "\(text.errors)")
        #expect(text.output.contains("0 calls now, 1 since the start: 1 talked\n"))
        #expect(text.lines.contains { $0.hasPrefix("reception  ") })
        #expect(text.output.contains("\nqueues: "))
        let json = try await Program.run(["status", "--json"], ["ATTENDANT_DATA": folder.path + "/data"])
        #expect(json.code == 0)
        let totals = try Program.object(json.output)["totals"] as? [String: Any]
        #expect(totals?["ended"] as? [String: Int] == ["talked": 1])
        #expect(await server.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/data/attendant.sock"))
    }

    @Test("where no server runs it is one line and exit code 3, also where one was killed")
    func nobody() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let data = folder.path + "/data"
        let server = try await Served(folder)
        await server.signal(SIGKILL)
        #expect(await server.end() == -SIGKILL)
        for place in [data, folder.path + "/elsewhere"] {
            let result = try await Program.run(["status", "--data", place])
            #expect(result.code == 3)
            #expect(result.output.isEmpty)
            #expect(result.errors == "attendant: no server runs on \(place)\n")
        }
        let next = try await Served(folder)
        #expect(try await Program.run(["status", "--data", data]).code == 0)
        #expect(await next.stop() == 0)
    }

    @Test("systemd hears when the server is ready, that it lives, and when it stops")
    func systemd() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let path = folder.path + "/notify"
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let isBound = withUnsafeBytes(of: &address) { raw in
            raw.baseAddress.map {
                bind(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count)) == 0
            }
        }
        #expect(isBound == true)
        let server = try await Served(folder, [], ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "20000000"])
        _ = try await server.call("1")
        #expect(await server.stop() == 0)
        var words: [String] = []
        var bytes = [UInt8](repeating: 0, count: 512)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            guard count >= 0 else { break }
            words.append(String(decoding: bytes[..<count], as: UTF8.self))
        }
        #expect(words == ["READY=1", "WATCHDOG=1", "STOPPING=1"])
    }
}

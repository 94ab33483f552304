import FakeAsterisk
import Foundation
import Synchronization
import Testing

@Suite("kill -9 under load")
struct CrashTests {
    @Test("every caller who was thanked is in the file, once, after three crashes")
    func killed() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let thanked = Thanked()
        for round in 0..<3 {
            let server = try await Served(folder)
            let before = thanked.numbers.count
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<100 {
                    group.addTask {
                        let number = Self.number(round * 100 + index)
                        let call = FakeCall(IncomingCall(number: number), caller: Self.script)
                        _ = try? await call.run(host: "127.0.0.1", port: server.port, on: server.loop) { event in
                            guard case .said(let text) = event.kind, text.hasPrefix("Thank you.") else { return }
                            let count = thanked.add("+44" + number.dropFirst())
                            if count == before + 20 { Task { await server.signal(SIGKILL) } }
                        }
                    }
                }
            }
            try #require(thanked.numbers.count >= before + 20)
            #expect(await server.end() == -SIGKILL)
        }
        let server = try await Served(folder)
        #expect(await server.stop() == 0)
        let result = try await Program.run(["callbacks", "list", "--json", "--data", folder.path + "/data"])
        let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
        let stored = rows.compactMap { $0["number"] as? String }
        let promised = thanked.numbers
        #expect(promised.count >= 60)
        #expect(Set(promised).subtracting(stored).isEmpty, "nobody who was thanked is missing")
        #expect(Set(stored).count == stored.count, "nobody is there twice")
        print("kill -9: \(promised.count) thanked, \(stored.count) stored")
    }

    private static let script = (try? CallerScript("2, 1")) ?? CallerScript()

    /// Whom the server thanked.
    private final class Thanked: Sendable {
        private let list = Mutex<[String]>([])

        var numbers: [String] { list.withLock { $0 } }

        /// Adds one; says how many there are.
        func add(_ number: String) -> Int {
            list.withLock { list in
                list.append(number)
                return list.count
            }
        }
    }

    /// One of the thousand numbers that are kept for such uses (07700 900000 to 900999).
    private static func number(_ index: Int) -> String { "07700900" + String(format: "%03d", index % 1_000) }
}

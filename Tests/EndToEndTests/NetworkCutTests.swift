import FakeAsterisk
import Foundation
import Testing

@Suite("When the cable to Asterisk is cut", .timeLimit(.minutes(2)))
struct NetworkCutTests {
    /// A call that is in the middle of something.
    struct Middle: Sendable, CustomTestStringConvertible {
        let name: String
        let keys: String
        /// What the caller hears or what rings when the cable is cut.
        let sign: String
        let outcome: String
        var testDescription: String { name }
    }

    static let middles = [
        Middle(name: "of a prompt", keys: "", sign: "Good day.", outcome: "failed"),
        Middle(name: "of a ring", keys: "1 at 0.2", sign: "(rings)", outcome: "failed"),
    ]

    @Test(
        "nobody says goodbye, and all the same the call ends, with its row",
        .enabled(if: OwnNetwork.isPossible, "nobody may make a network of their own here: root and ip(8) may"),
        arguments: middles)
    func cut(middle: Middle) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Files.callback, "menus/reception.json")
        let network = try OwnNetwork()
        let address = network.address
        let server = try await Served(
            folder, ["--allow", "198.18.0.0/15", "--peer-silence", "4", "--log", "debug"],
            listen: "\(address):0", through: network.through)
        let (signs, feed) = AsyncStream.makeStream(of: Void.self)
        let call = Task {
            var world = World()
            world.otherTelephones = .answers(after: .seconds(300), talks: .seconds(300))
            let call = FakeCall(world: world, caller: try CallerScript(middle.keys), pace: .real)
            return try await call.run(host: address, port: server.port, on: server.loop) { event in
                switch event.kind {
                case .said(let text) where text.hasPrefix(middle.sign): feed.yield()
                case .rings where middle.sign == "(rings)": feed.yield()
                default: break
                }
            }
        }
        for await _ in signs { break }
        try network.cut()
        let began = ContinuousClock.now
        try await server.errors.waits(for: "call ended")
        // 4 s of silence, or 10 s more than the prompt takes, whichever is over first.
        let took = ContinuousClock.now - began
        #expect(took < .seconds(15))
        print("the cable cut in the middle \(middle.name): the call ended after \(took)")
        call.cancel()
        #expect(await server.stop() == 0)
        let result = try await Program.run(["calls", "list", "--json", "--data", folder.path + "/data"])
        let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
        #expect(rows.first?["outcome"] as? String == middle.outcome, "\(result.output)")
        #expect((rows.first?["reason"] as? String)?.hasPrefix("connection lost") == true, "\(result.output)")
    }
}

import FakeAsterisk
import Testing

@testable import Attendant

@Suite("Keys typed fast")
struct KeyTests {
    @Test("six keys, one every 140 ms, over two menus: all of them are taken")
    func sixKeys() async throws {
        try await House.open(["reception": Menus.sixKeys]) { house in
            var world = Menus.world
            world.otherTelephones = .answers(after: .milliseconds(50), talks: .milliseconds(50))
            var script = try CallerScript("131212 at 0.6")
            script.keyGap = .milliseconds(140)
            let fake = FakeCall(IncomingCall(), world: world, caller: script, pace: .real)
            // A machine that is busy with other things may stop this whole program for longer than a key; such a run
            // shows nothing, and is recognised by its own gap.
            for attempt in 1...5 {
                let report = try await fake.run(host: "127.0.0.1", port: house.port, on: house.loop)
                let longest = report.exchanges.compactMap(\.gap).max() ?? .zero
                if attempt < 5, report.keys(.lost) > 0, longest > .milliseconds(100) { continue }
                #expect(report.keys == [.taken: 6], "longest gap \(longest)")
                #expect(report.rung.map(\.dialString) == ["PJSIP/201"])
                #expect(report.variables["ATTENDANT_PATH"] == "131 Parts › 212 Boilers")
                return
            }
        }
    }

    @Test("keys typed ahead over a prompt are taken one by one, and pass over the prompts between")
    func ahead() async throws {
        try await House.open(["reception": Menus.sixKeys]) { house in
            let report = try await house.call("131212 at 0.6")
            #expect(report.keys == [.taken: 6])
            #expect(report.rung.map(\.dialString) == ["PJSIP/201"])
        }
    }

    @Test("# and * repeat the menu, and a choice works afterwards")
    func again() async throws {
        try await House.open { house in
            let report = try await house.call("#, *, 1")
            #expect(report.said.count == 3)
            #expect(report.rung.map(\.dialString) == ["PJSIP/202"])
        }
    }
}

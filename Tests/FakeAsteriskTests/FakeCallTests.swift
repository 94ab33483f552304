import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("Whole calls to a small server")
struct FakeCallTests {
    @Test("a key after the prompt rings a telephone, which displays the name set for it")
    func rings() async throws {
        let call = try TinyWorld.call("1", phone: .answers(after: .seconds(4), talks: .seconds(30)))
        let report = await TinyServer.play(call)
        #expect(report.events.map(\.kind).contains(.shows("Repairs: Jo")))
        #expect(report.events.map(\.kind).contains(.rings("PJSIP/201")))
        #expect(report.variables["DIALSTATUS"] == "ANSWER")
        #expect(report.variables["ANSWEREDTIME"] == "30")
        #expect(report.said == ["For repairs, press 1. To leave your number, press 2."])
        #expect(report.ending == .serverClosed)
        #expect(report.status == .hangup)
        #expect(report.duration >= .milliseconds(20 + 6_000 + 800 + 4_000 + 30_000))
        // What the server itself needs is real time, on a busy machine too.
        #expect(report.duration < .seconds(75))
    }

    @Test("a number typed into GET DATA arrives whole, and no key is lost")
    func takesNumber() async throws {
        let report = await TinyServer.play(try TinyWorld.call("2, 07700900002#, hang up"))
        #expect(report.variables["NUMBER"] == "07700900002")
        #expect(report.keys == [.taken: 13])
        #expect(report.said.last == "Thank you.")
        #expect(report.unused.isEmpty)
    }

    @Test("the same call over TCP gives the same transcript")
    func overTCP() async throws {
        let script = "silence, 1"
        let phone = Telephone.busy
        let inMemory = await TinyServer.play(try TinyWorld.call(script, phone: phone))
        let overTCP = try await TinyServer.listening { port, loop in
            try await TinyWorld.call(script, phone: phone).run(host: "127.0.0.1", port: port, on: loop)
        }
        #expect(overTCP.events.map(\.kind) == inMemory.events.map(\.kind))
        #expect(overTCP.commands == inMemory.commands)
        #expect(overTCP.variables["DIALSTATUS"] == "BUSY")
    }

    @Test("silence to the end: the server says sorry three times and hangs up")
    func silence() async throws {
        let report = await TinyServer.play(try TinyWorld.call(""))
        #expect(report.said.filter { $0 == "Sorry." }.count == 3)
        #expect(report.status == .hangup)
        #expect(report.duration > .seconds(36))
    }

    @Test("acts that never took place are reported")
    func unused() async throws {
        let report = await TinyServer.play(try TinyWorld.call("2, 077#, 5, hang up at 99"))
        #expect(report.unused == ["5", "hang up at 99.0"])
    }

    @Test("nobody listens: no connection, and the host and port are told")
    func refused() async throws {
        let call = try TinyWorld.call("")
        let port = try await TinyServer.listening { port, _ in port }
        await #expect {
            _ = try await call.run(host: "127.0.0.1", port: port)
        } throws: { error in
            guard case .cannotConnect("127.0.0.1", port, _) = error as? FakeAsteriskError else { return false }
            return true
        }
    }
}

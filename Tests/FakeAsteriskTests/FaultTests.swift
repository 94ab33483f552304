import FastAGI
import TestClocks
import Testing

@testable import FakeAsterisk

@Suite("Faults on the wire")
struct FaultTests {
    @Test("a dripping wire changes nothing but the pieces", arguments: [1, 7])
    func drips(size: Int) async throws {
        let plain = await TinyServer.play(try TinyWorld.call("2, 077#"))
        let dripped = await TinyServer.play(try TinyWorld.call("2, 077#", wire: WireOptions(pieceBytes: size)))
        #expect(dripped.commands == plain.commands)
        #expect(dripped.variables == plain.variables)
        let joined = await TinyServer.play(try TinyWorld.call("2, 077#", wire: WireOptions(joinsLines: true)))
        #expect(joined.commands == plain.commands)
    }

    @Test("a connection cut at any byte ends server and call", arguments: Array(stride(from: 1, to: 800, by: 13)))
    func cuts(bytes: Int) async throws {
        let report = await TinyServer.play(try TinyWorld.call("2, 077#", wire: WireOptions(cutAfterBytes: bytes)))
        // All of it is cut that is shorter than the environment and the reply to ANSWER; the server closes first at the end.
        let block = EnvironmentBlock(IncomingCall(name: "Jo"), host: "127.0.0.1", port: 4573).lines
        let surely = block.reduce(0) { $0 + $1.utf8.count + 1 } + "200 result=0\n".utf8.count
        if bytes <= surely { #expect(report.ending == .cut) }
        if bytes < surely { #expect(report.exchanges.count < 2) }
    }

    @Test(
        "a caller who hangs up at any byte leaves a session in step", arguments: Array(stride(from: 1, to: 760, by: 9)))
    func hangsUp(bytes: Int) async throws {
        let wire = WireOptions(hangUpAfterBytes: bytes)
        let report = await TinyServer.play(try TinyWorld.call("1", phone: .answers(after: .seconds(1)), wire: wire))
        #expect(report.ending == .serverClosed)
        #expect(report.exchanges.allSatisfy { !($0.reply.first ?? "").hasPrefix("510") })
        #expect(report.status == .hangup)
    }

    @Test("a server that never says anything is given up")
    func silentServer() async throws {
        let clock = ManualClock()
        var call = try TinyWorld.call("", pace: .fast(clock))
        call.patience = .seconds(5)
        let (ours, theirs) = MemoryLink.pair()
        let report = await withTaskGroup(of: CallReport.self) { [call] group in
            group.addTask { await call.run(over: ours) }
            await clock.somebodySleeps()
            clock.advance(by: .seconds(5))
            return await group.next()
        }
        #expect(report?.ending == .silence)
        theirs.close()
    }

    @Test("a server that waits for the end of a long talk is not silent: its time begins with the reply")
    func longTalk() async throws {
        var call = try TinyWorld.call("1", phone: .answers(after: .seconds(4), talks: .seconds(300)))
        call.patience = .seconds(10)
        let report = await TinyServer.play(call)
        #expect(report.ending == .serverClosed)
        #expect(report.variables["DIALSTATUS"] == "ANSWER")
    }

    @Test(
        "a server that never ends the call is given up, after so many bytes or so long", .timeLimit(.minutes(1)),
        arguments: [true, false])
    func endless(isLoud: Bool) async throws {
        let clock = ManualClock()
        var call = try TinyWorld.call("", pace: .fast(clock))
        call.limits = CallLimits(bytes: isLoud ? 1_000 : nil, length: .seconds(20))
        let (ours, theirs) = MemoryLink.pair()
        let report = await withTaskGroup(of: CallReport?.self) { [call] group in
            group.addTask { await call.run(over: ours) }
            await clock.somebodySleeps()
            if isLoud {
                group.addTask {
                    while (try? await theirs.send(Array("NOOP\n".utf8))) != nil {}
                    return nil
                }
            } else {
                clock.advance(by: .seconds(20))
            }
            defer { theirs.close() }
            return await group.first { $0 != nil } ?? nil
        }
        #expect(report?.ending == .overrun)
        #expect(report?.exchanges.count ?? 0 <= 200)
    }

    @Test("a cancelled call closes its connection")
    func cancelled() async throws {
        let call = try TinyWorld.call("")
        let (ours, theirs) = MemoryLink.pair()
        let report = await withTaskGroup(of: CallReport.self) { group in
            group.addTask { await call.run(over: ours) }
            _ = try? await theirs.receive()
            group.cancelAll()
            return await group.next()
        }
        #expect(report != nil)
        while let bytes = try? await theirs.receive(), !bytes.isEmpty { continue }
    }
}

import FastAGI
import Foundation
import Synchronization
import TestClocks
import Testing

@testable import FakeAsterisk

@Suite("Live keys, load, and the coded report")
struct LiveAndLoadTests {
    @Test("keys typed live act at once, at their real time")
    func live() async throws {
        let clock = ManualClock()
        let (acts, feed) = AsyncStream.makeStream(of: LiveAct.self)
        var call = try TinyWorld.call("", phone: .answers(after: .seconds(4), talks: .seconds(9)), pace: .real(clock))
        call.call.state = .up
        let seen = Mutex<[CallEvent]>([])
        let (ours, theirs) = MemoryLink.pair()
        async let serving: Void = {
            guard let session = try? await Session.begin(over: theirs) else { return }
            await TinyServer.reception(session)
        }()
        let report = await call.run(over: ours, live: acts) { event in
            seen.withLock { $0.append(event) }
            switch event.kind {
            case .said:
                clock.advance(by: .milliseconds(1_500))
                feed.yield(.press(.one))
            case .rings: clock.advance(by: .seconds(4))
            case .event("PJSIP/201 answers"): feed.yield(.hangUp)
            default: break
            }
        }
        await serving
        #expect(report.variables["DIALSTATUS"] == "ANSWER")
        #expect(report.keys == [.taken: 1])
        #expect(report.status == .hangup)
        #expect(seen.withLock { $0 } == report.events)
    }

    @Test("many calls at once: all end well, no key is lost, and gaps are counted")
    func load() async throws {
        let report = try await TinyServer.listening { port, loop in
            let load = FakeLoad(calls: 60, concurrency: 20) { number in
                var world = World()
                world.telephones["201"] = .busy
                let caller = CallerScript([.press([number.isMultiple(of: 2) ? .one : .two], .asked)])
                return FakeCall(
                    world: world, caller: caller, sounds: TinyWorld.sounds, wire: WireOptions(joinsLines: true))
            }
            return try await load.run(host: "127.0.0.1", port: port, on: loop)
        }
        #expect(report.calls == 60)
        #expect(report.refused == 0)
        #expect(report.endings == [.serverClosed: 60])
        #expect(report.keys == [.taken: 60])
        #expect(report.gaps.count == report.commands - 60)
        let median = try #require(report.gaps.percentile(50))
        let longest = try #require(report.gaps.longest)
        #expect(median <= longest)
        #expect(report.gaps.percentile(100) == longest)
        #expect(report.longestGaps.count == 60)
        #expect(report.longestGaps.longest == longest)
        #expect(report.callsPerSecond > 0)
    }

    @Test("calls begin at their interval, and a server that is not there refuses each")
    func interval() async throws {
        let port = try await TinyServer.listening { port, _ in port }
        let load = FakeLoad(calls: 5, concurrency: 5, interval: .milliseconds(10)) { _ in FakeCall() }
        let report = try await load.run(host: "127.0.0.1", port: port)
        #expect(report.refused == 5)
        #expect(report.calls == 0)
        #expect(report.duration >= .milliseconds(40))
    }

    @Test("percentiles are those of the sorted times")
    func percentiles() {
        var gaps = Gaps()
        #expect(gaps.percentile(50) == nil)
        gaps.add((1...1_000).reversed().map { Duration.milliseconds($0) })
        #expect(gaps.percentile(50) == .milliseconds(500))
        #expect(gaps.percentile(99.9) == .milliseconds(999))
        #expect(gaps.percentile(0) == .milliseconds(1))
        #expect(gaps.longest == .seconds(1))
    }

    @Test("the report is coded as scripts expect it, and read again")
    func coded() async throws {
        let report = await TinyServer.play(try TinyWorld.call("1", phone: .busy))
        let data = try JSONEncoder().encode(report)
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let transcript = try #require(object["transcript"] as? [[String: Any]])
        let kinds = transcript.compactMap { $0.keys.first { !["at", "fate"].contains($0) } }
        #expect(kinds == ["event", "said", "key", "rings", "shows", "event"])
        #expect(object["seconds"] is Double)
        let again = try JSONDecoder().decode(CallReport.self, from: data)
        #expect(again.events.map(\.kind) == report.events.map(\.kind))
        #expect(again.keys == report.keys)
        #expect(again.commands == report.commands)
        #expect(again.variables == report.variables)
    }
}

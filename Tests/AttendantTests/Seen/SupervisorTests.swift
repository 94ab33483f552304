import Foundation
import Synchronization
import TestClocks
import Testing

@testable import Attendant

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("Words to systemd")
struct SupervisorTests {
    /// A socket as systemd has it.
    private final class Listening: Sendable {
        let path: String
        private let descriptor: Int32
        private let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            let path = folder.path + "/notify"
            let descriptor = try #require(UnixSocket.make(UnixSocket.datagram))
            #expect(UnixSocket.withAddress(of: path) { Int(bind(descriptor, $0, $1)) } == 0)
            (self.path, self.descriptor) = (path, descriptor)
        }

        deinit { close(descriptor) }

        /// All that was said so far.
        var words: [String] {
            var words: [String] = []
            var bytes = [UInt8](repeating: 0, count: 512)
            while true {
                let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
                guard count >= 0 else { return words }
                words.append(String(decoding: bytes[..<count], as: UTF8.self))
            }
        }
    }

    private func supervisor(_ listening: Listening, _ more: [String: String] = [:]) -> Supervisor {
        Supervisor(environment: ["NOTIFY_SOCKET": listening.path].merging(more) { $1 })
    }

    @Test("are datagrams to its socket, and to nobody where there is none")
    func told() throws {
        let systemd = try Listening()
        supervisor(systemd).tell("READY=1")
        Supervisor(environment: [:]).tell("READY=1")
        Supervisor(environment: ["NOTIFY_SOCKET": "/nowhere/notify"]).tell("READY=1")
        Supervisor(environment: ["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 200)]).tell("READY=1")
        #expect(systemd.words == ["READY=1"])
    }

    @Test("the watchdog's time is taken from the environment, unless it is another process's")
    func time() {
        #expect(Supervisor(environment: ["WATCHDOG_USEC": "30000000"]).patience == .seconds(30))
        #expect(Supervisor(environment: ["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"]).patience == nil)
        #expect(Supervisor(environment: ["WATCHDOG_USEC": "3000", "WATCHDOG_PID": "\(getpid())"]).patience != nil)
        for wrong in ["", "0", "-1", "soon"] {
            #expect(Supervisor(environment: ["WATCHDOG_USEC": wrong]).patience == nil)
        }
    }

    @Test("a server that proves its life is told of twice in the watchdog's time")
    func alive() async throws {
        let systemd = try Listening()
        let supervisor = supervisor(systemd, ["WATCHDOG_USEC": "30000000"])
        let clock = ManualClock()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await supervisor.watch(clock: clock, alarm: { _ in }) {} }
            await clock.somebodySleeps()
            #expect(systemd.words == ["WATCHDOG=1"])
            clock.advance(by: .seconds(14))
            #expect(systemd.words.isEmpty)
            clock.advance(by: .seconds(1))
            await clock.somebodySleeps()
            #expect(systemd.words == ["WATCHDOG=1"])
            group.cancelAll()
        }
    }

    private final class Alarms: Sendable {
        private let list = Mutex<[UInt32]>([])
        var all: [UInt32] { list.withLock { $0 } }
        func set(_ seconds: UInt32) { list.withLock { $0.append(seconds) } }
    }

    @Test("one that hangs ends by itself, for its alarm is put off by each proof only, and switched off at the end")
    func alarmed() async throws {
        let systemd = try Listening()
        let supervisor = supervisor(systemd, ["WATCHDOG_USEC": "30000000"])
        let clock = ManualClock()
        let alarms = Alarms()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await supervisor.watch(clock: clock, alarm: { alarms.set($0) }) {
                    alarms.set(99)
                }
            }
            await clock.somebodySleeps()
            #expect(alarms.all == [61, 99, 61])
            group.cancelAll()
        }
        #expect(alarms.all.last == 0)
    }

    @Test("one that hangs is not told of")
    func hanging() async throws {
        let systemd = try Listening()
        let supervisor = supervisor(systemd, ["WATCHDOG_USEC": "30000000"])
        let (asks, asked) = AsyncStream.makeStream(of: Void.self)
        let (answers, answer) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await supervisor.watch(clock: ManualClock(), alarm: { _ in }) {
                    asked.yield()
                    for await _ in answers { break }
                }
            }
            for await _ in asks { break }
            #expect(systemd.words.isEmpty)
            group.cancelAll()
            answer.finish()
        }
        #expect(systemd.words.isEmpty, "its task was cancelled while nothing was proved")
    }

    @Test("a server proves its life by all loops that calls run on")
    func pulse() async throws {
        try await House.open { house in await house.server.pulse() }
    }
}

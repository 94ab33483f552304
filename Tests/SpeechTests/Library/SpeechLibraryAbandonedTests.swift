import Dispatch
import MenuFile
import Reception
import Synchronization
import TestClocks
import Testing

@testable import Speech

@Suite(.timeLimit(.minutes(1))) struct SpeechLibraryAbandonedTests {
    let folder: TemporaryFolder
    let synthesizer = FakeSynthesizer()
    let unwanted = PromptError.synthesis("nobody waits for it any more")

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The engine hangs in "held", and whoever wanted that has gone.
    private func busy(_ library: SpeechLibrary, _ prompt: Prompt = .text("held")) async {
        synthesizer.hold("held")
        let held = Task { try await library.sound(of: prompt) }
        await synthesizer.waitUntilEntered()
        held.cancel()
        await #expect(throws: unwanted) { try await held.value }
    }

    @Test("speaks for somebody who is there right after a hundred have hung up", arguments: [false, true])
    func burst(isSensitive: Bool) async throws {
        var limits = SpeechLimits.patient
        limits.waiting = 2
        let library = try SpeechLibrary.make(folder, synthesizer, limits: limits)
        await busy(library)
        for number in 0..<100 {
            let gone = Task { try await library.sound(of: .text("odd \(number)", sensitive: isSensitive)) }
            gone.cancel()
            await #expect(throws: unwanted, "those who have gone fill no place") { try await gone.value }
        }
        async let live = library.sound(of: .text("live"))
        synthesizer.release()
        #expect(try await live.text == "live")
        #expect(synthesizer.spoken == ["held", "live"])
    }

    @Test("gives up what was waited for until nobody had patience any more, but not what a menu needs")
    func impatient() async throws {
        let clock = HeldClock()
        let library = try SpeechLibrary.make(folder, synthesizer, clock: clock)
        await busy(library)
        let caller = Task { try await library.sound(of: .text("caller's")) }
        clock.expire()
        await #expect(throws: PromptError.self) { try await caller.value }
        async let failures = library.prepare([.text("menu's")])
        clock.expire()
        #expect(await failures.count == 1)
        #expect(!library.isEngineSuspect)
        synthesizer.release()
        #expect(try await library.sound(of: .text("live")).text == "live")
        #expect(synthesizer.spoken == ["held", "menu's", "live"])
        #expect(library.ready(.text("menu's")) != nil && library.ready(.text("held")) != nil)
    }

    @Test("goes on with no further piece when the last one who waited has gone, and begins anew for the next")
    func betweenPieces() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let prompt = Prompt([.speech("held", english), .speech("more", english)])
        await busy(library, prompt)
        synthesizer.release()
        #expect(try await library.sound(of: .text("live")).text == "live")
        #expect(synthesizer.spoken == ["held", "live"])
        #expect(try await library.sound(of: prompt).text == "held more")
        #expect(synthesizer.spoken == ["held", "live", "held", "more"])
    }

    @Test("counts sensitive prompts among those in the making")
    func sensitive() async throws {
        var limits = SpeechLimits.patient
        limits.waiting = 1
        let library = try SpeechLibrary.make(folder, synthesizer, limits: limits)
        synthesizer.hold("held")
        async let held = library.sound(of: .text("held", sensitive: true))
        await synthesizer.waitUntilEntered()
        for isSensitive in [false, true] {
            await #expect(throws: PromptError.synthesis("1 sounds are being made already")) {
                try await library.sound(of: .text("two", sensitive: isSensitive))
            }
        }
        synthesizer.release()
        #expect(try await held.text == "held")
        #expect(try await library.sound(of: .text("two", sensitive: true)).text == "two")
        #expect(try await library.sound(of: .text("two")).text == "two")
    }

    @Test("does not speak on while too much waits for being written")
    func backlog() async {
        let backlog = Backlog(limit: 10)
        backlog.waitForRoom()
        backlog.add(9)
        backlog.waitForRoom()
        backlog.add(9)
        let order = Order()
        let begun = AsyncStream<Void>.makeStream()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await withCheckedContinuation { continuation in
                    DispatchQueue.global().async {
                        begun.continuation.yield()
                        backlog.waitForRoom()
                        order.events.withLock { $0.append("spoken") }
                        continuation.resume()
                    }
                }
            }
            for await _ in begun.stream { break }
            for _ in 0..<1000 { await Task.yield() }
            order.events.withLock { $0.append("written") }
            backlog.remove(9)
        }
        #expect(order.events.withLock { $0 } == ["written", "spoken"])
    }

    private final class Order: Sendable {
        let events = Mutex<[String]>([])
    }
}

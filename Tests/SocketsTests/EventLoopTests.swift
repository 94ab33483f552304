import Synchronization
import Testing

@testable import Sockets

private actor Resident {
    private let loop: EventLoop
    private(set) var count = 0

    init(on loop: EventLoop) { self.loop = loop }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.unownedSerialExecutor }

    func step() -> Bool {
        count += 1
        return loop.isCurrent
    }
}

private func isOn(_ loop: EventLoop) async -> Bool { loop.isCurrent }

@Suite(.timeLimit(.minutes(5))) struct EventLoopTests {
    @Test("a task tree that prefers a loop runs on it from leaf to root", arguments: ReadinessKind.allCases)
    func taskTree(readiness: ReadinessKind) async throws {
        let group = try EventLoopGroup(count: 2, clock: LoopClock(), readiness: readiness)
        #expect(!group.loops[0].isCurrent)
        for loop in group.loops {
            let all = await Task(executorPreference: loop) {
                async let child = isOn(loop)
                let own = loop.isCurrent
                await Task.yield()
                return await [own, isOn(loop), child, loop.isCurrent]
            }.value
            #expect(all == [true, true, true, true])
        }
    }

    @Test("an actor lives on its loop, called from there and from elsewhere", arguments: ReadinessKind.allCases)
    func residentActor(readiness: ReadinessKind) async throws {
        let loop = try EventLoop(number: 0, readiness: readiness)
        let resident = Resident(on: loop)
        #expect(await resident.step())
        let inside = await Task(executorPreference: loop) { [await resident.step(), await isOn(loop)] }.value
        #expect(inside == [true, true])
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1_000 { group.addTask { await resident.step() } }
            for await isOnLoop in group where !isOnLoop { Issue.record("a call ran elsewhere") }
        }
        #expect(await resident.count == 1_002)
    }

    @Test("jobs from other threads run in the order they came", arguments: ReadinessKind.allCases)
    func order(readiness: ReadinessKind) async throws {
        let loop = try EventLoop(number: 0, readiness: readiness)
        let seen = Mutex<[Int]>([])
        for number in 0..<5_000 {
            loop.execute { seen.withLock { $0.append(number) } }
        }
        let done = Event<Bool>()
        loop.execute { done.set(loop.isCurrent) }
        #expect(await done.value)
        #expect(seen.withLock { $0 } == Array(0..<5_000))
    }

    @Test("a loop wakes for work however long it has rested", arguments: ReadinessKind.allCases)
    func wakes(readiness: ReadinessKind) async throws {
        let loop = try EventLoop(number: 0, readiness: readiness)
        // The yields in between let it go from running over lingering to resting, and be woken from each of them.
        for round in 0..<100 {
            let done = Event<Bool>()
            loop.execute { done.set(true) }
            #expect(await done.value)
            for _ in 0..<round { await Task.yield() }
        }
    }

    @Test func `a group hands out its loops in turn and has at least one`() throws {
        let group = try EventLoopGroup(count: 3)
        #expect((0..<6).map { _ in group.next().number } == [0, 1, 2, 0, 1, 2])
        #expect(try EventLoopGroup(count: 0).loops.count == 1)
        #expect(try !EventLoopGroup().loops.isEmpty)
    }

    @Test("a loop that nobody uses any more goes away", arguments: ReadinessKind.allCases)
    func release(readiness: ReadinessKind) async throws {
        weak var gone: EventLoop?
        do {
            let loop = try EventLoop(number: 0, readiness: readiness)
            gone = loop
            _ = await Task(executorPreference: loop) { await isOn(loop) }.value
        }
        while gone != nil { await Task.yield() }
    }
}

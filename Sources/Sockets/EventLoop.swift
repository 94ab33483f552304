import Dispatch
import Synchronization

/// One serial Dispatch queue that runs everything about the connections that belong to it: their readiness, their
/// deadlines, and the tasks that serve them, so that a call never changes threads.
///
/// As a task executor it runs task trees that prefer it (`executorPreference: loop`); actors live on it by returning
/// ``unownedSerialExecutor`` from `unownedExecutor`, and must keep the loop as long as they live. What runs here must
/// not block: it holds up every other call of the loop.
///
/// `@unchecked Sendable`: `inbox` is locked, `owner` and `load` are atomic, and every other variable is touched by turns of the
/// serial queue only, which is asserted where they are entered.
public final class EventLoop: TaskExecutor, @unchecked Sendable {
    /// Its place in the group, from 0.
    public let number: Int
    let queue: DispatchQueue
    let clock: LoopClock
    let poller: any Poller
    /// The chunk just read lies here: one buffer for all connections, so that an idle one holds none.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
    let timer: any DispatchSourceTimer

    let inbox = Mutex(LoopInbox())
    /// The thread that runs a turn now, 0 between turns. Only that thread can find its own number in it.
    let owner = Atomic<UInt>(0)

    /// How many connections belong to this loop.
    let load = Atomic<Int>(0)

    var jobs = JobQueue()
    var table = SlotTable()
    var wheel = TimerWheel()
    /// When the timer is set to go off; nil when it is not set.
    var armed: LoopTime?
    let isolation = LoopIsolation()

    init(number: Int, clock: LoopClock = LoopClock(), readiness: ReadinessKind = .standard) throws(SocketError) {
        self.number = number
        self.clock = clock
        queue = DispatchQueue(label: "attendant.sockets.loop-\(number)", qos: .userInitiated)
        poller = try readiness.poller(on: queue)
        timer = DispatchSource.makeTimerSource(queue: queue)
        isolation.loop = self
        timer.setEventHandler { [weak self] in self?.timerFired() }
        timer.resume()
        poller.start(self)
    }

    deinit {
        timer.cancel()
        buffer.deallocate()
    }
}

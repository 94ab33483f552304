import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension EventLoop {
    /// Takes a piece of a task; called by the runtime.
    public func enqueue(_ job: consuming ExecutorJob) {
        put(.task(UnownedJob(job)))
    }

    /// The executor of actors that live on this loop: return it from `nonisolated var unownedExecutor`.
    public var unownedSerialExecutor: UnownedSerialExecutor {
        isolation.asUnownedSerialExecutor()
    }

    /// Whether the caller runs on this loop.
    public var isCurrent: Bool {
        owner.load(ordering: .relaxed) == Self.thisThread
    }

    /// Runs `work` on the loop: in this turn when called there, else in one that is started for it.
    func execute(_ work: @escaping @Sendable () -> Void) {
        put(.work(work))
    }

    func put(_ job: LoopJob) {
        if isCurrent {
            jobs.append(job)
            return
        }
        switch inbox.withLock({ $0.put(job) }) {
        case .nothing: break
        case .schedule: queue.async { self.turn() }
        case .interrupt: poller.interrupter?.interrupt()
        }
    }

    /// Stops the program when the caller is not on this loop: a mistake of ours, which no peer can cause.
    func preconditionOnLoop() {
        precondition(isCurrent, "called outside of its event loop")
    }

    static var thisThread: UInt {
        #if canImport(Glibc)
            UInt(pthread_self())
        #else
            UInt(bitPattern: pthread_self())
        #endif
    }
}

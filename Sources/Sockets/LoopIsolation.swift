/// The serial executor of a loop, for actors that live on it.
///
/// It is an object beside the loop because the runtime tells an actor's jobs from others by the executor they are
/// handed to, and each kind has to be run as what it is: a job run as the other kind is sent round the queue again at
/// every call.
final class LoopIsolation: SerialExecutor {
    /// The loop owns this object; who uses an actor on it keeps the loop.
    /// Set once, before the loop is handed out, and never changed.
    nonisolated(unsafe) unowned var loop: EventLoop?

    func enqueue(_ job: consuming ExecutorJob) {
        loop?.put(.isolated(UnownedJob(job)))
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    func checkIsolated() {
        loop?.preconditionOnLoop()
    }
}

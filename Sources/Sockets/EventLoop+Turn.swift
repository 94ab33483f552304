import Dispatch
import Synchronization

extension EventLoop {
    /// How many times a turn asks the kernel before it gives the thread back to Dispatch, which then runs what else is
    /// due, such as the timer.
    private static let rounds = 128
    /// How many jobs run before the kernel is asked again.
    private static let jobsPerRound = 1024
    /// How long a turn with nothing left to do waits in the kernel before it ends. Under load the next chunk comes
    /// within this time, and its way through Dispatch, with two changes of threads, is saved.
    private static let lingerMilliseconds: Int32 = 1

    /// Runs jobs and tells who is ready, until nothing is left or the rounds are used up. On the queue only.
    func turn() {
        owner.store(Self.thisThread, ordering: .relaxed)
        takeInbox()
        for _ in 0..<Self.rounds {
            runJobs()
            if pollOnce() == 0, jobs.isEmpty { break }
        }
        owner.store(0, ordering: .relaxed)
        let more = !jobs.isEmpty
        let again = inbox.withLock { inbox in
            inbox.mode = more || !inbox.jobs.isEmpty ? .awake : .idle
            return inbox.mode == .awake
        }
        if again { queue.async { self.turn() } }
    }

    /// Hands out one notice that came past ``Poller/poll(milliseconds:)``, and does what follows from it.
    func signal(_ token: LoopToken, _ readiness: Readiness) {
        owner.store(Self.thisThread, ordering: .relaxed)
        table.handler(of: token)?.ready(readiness, on: self)
        turn()
    }

    private func runJobs() {
        let task = asUnownedTaskExecutor()
        for _ in 0..<Self.jobsPerRound {
            guard let job = jobs.popFirst() else { return }
            switch job {
            case .task(let job): job.runSynchronously(on: task)
            case .isolated(let job): job.runSynchronously(isolatedTo: unownedSerialExecutor, taskExecutor: task)
            case .work(let work): work()
            }
        }
    }

    /// Hands out one batch of notices and returns how many there were.
    private func pollOnce() -> Int {
        let count = poller.poll(milliseconds: mayLinger() ? Self.lingerMilliseconds : 0)
        takeInbox()
        for index in 0..<count {
            let (token, readiness) = poller.notice(index)
            table.handler(of: token)?.ready(readiness, on: self)
        }
        return count
    }

    /// Whether there is nothing to do; from then on another thread that has something interrupts the wait.
    private func mayLinger() -> Bool {
        guard jobs.isEmpty, poller.interrupter != nil else { return false }
        return inbox.withLock { inbox in
            guard inbox.jobs.isEmpty else { return false }
            inbox.mode = .lingering
            return true
        }
    }

    private func takeInbox() {
        let taken = inbox.withLock { inbox -> [LoopJob] in
            inbox.mode = .awake
            guard !inbox.jobs.isEmpty else { return [] }
            defer { inbox.jobs = [] }
            return inbox.jobs
        }
        if !taken.isEmpty { jobs.append(taken) }
    }
}

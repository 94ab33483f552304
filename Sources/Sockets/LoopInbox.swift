/// What other threads hand to a loop, and whether they have to wake it for that.
struct LoopInbox {
    /// What the loop is doing, as far as a thread that hands it something must know.
    enum Mode {
        /// Nothing is under way: a turn must be put on the queue.
        case idle
        /// A turn is on the queue, or is running and will look into the inbox before it ends.
        case awake
        /// The loop lingers in the kernel and must be interrupted.
        case lingering
    }

    /// What a thread has to do after it has put something in.
    enum Wake {
        case nothing
        case schedule
        case interrupt
    }

    var jobs: [LoopJob] = []
    var mode = Mode.idle

    /// Takes a job in. Only the first one wakes the loop, so that a batch costs one wake-up.
    mutating func put(_ job: LoopJob) -> Wake {
        jobs.append(job)
        defer { mode = .awake }
        return switch mode {
        case .idle: .schedule
        case .awake: .nothing
        case .lingering: .interrupt
        }
    }
}

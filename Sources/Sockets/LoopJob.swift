/// One thing a loop has to run.
enum LoopJob {
    /// A piece of a task that prefers this loop and belongs to no actor.
    case task(UnownedJob)
    /// A piece of a task inside an actor that lives on this loop.
    case isolated(UnownedJob)
    /// Work of this module itself.
    case work(@Sendable () -> Void)
}

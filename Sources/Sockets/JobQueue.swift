/// The jobs a loop still has to run, first in, first out.
struct JobQueue {
    private var jobs: [LoopJob] = []
    private var head = 0

    var isEmpty: Bool { head == jobs.count }

    mutating func append(_ job: LoopJob) { jobs.append(job) }

    mutating func append(_ more: [LoopJob]) { jobs.append(contentsOf: more) }

    mutating func popFirst() -> LoopJob? {
        guard head < jobs.count else { return nil }
        let job = jobs[head]
        head += 1
        if head == jobs.count {
            jobs.removeAll(keepingCapacity: true)
            head = 0
        }
        return job
    }
}

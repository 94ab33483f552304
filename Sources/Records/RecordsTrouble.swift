/// What went wrong with the records and what became of it, for the log. Told once when it begins, not at each retry.
public enum RecordsTrouble: Sendable, Equatable, CustomStringConvertible {
    /// Writing fails, with SQLite's words. Promises are refused; queued rows are kept and tried again.
    case failing(words: String, queued: Int)
    /// Writing goes on.
    case resumed
    /// The queue was full: so many rows of steps and, where there were no steps left, of calls were dropped.
    case dropped(steps: Int, calls: Int)
    /// A queued row broke a rule of the schema and was left out.
    case rowRefused(words: String)
    /// So many rows became durable after their callers were told that they were not: they were cancelled.
    case withdrawn(Int)
    /// Somebody removed the file; it was written anew from what was still held.
    case putBack(file: String)
    /// What is switched by hand cannot be read, with SQLite's words: what was read last counts on.
    case switchesNotRead(words: String)

    /// One line.
    public var description: String {
        switch self {
        case .failing(let words, let queued): "records cannot be written: \(words); \(queued) rows are queued"
        case .resumed: "records are written again"
        case .dropped(let steps, let calls): "the queue of records is full: dropped \(steps) steps and \(calls) calls"
        case .rowRefused(let words): "a record was left out: \(words)"
        case .withdrawn(let count): "cancelled \(count) callbacks that became durable too late"
        case .putBack(let file): "\(file) was removed while it was in use: it was written anew, and nothing is lost"
        case .switchesNotRead(let words): "notices and hour switches cannot be read, the last ones count: \(words)"
        }
    }
}

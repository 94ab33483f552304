/// How the records are doing, counted since they were opened.
public struct RecordsHealth: Sendable, Equatable {
    /// Rows that wait to be written.
    public var queued = 0
    /// Rows of steps that were dropped because the queue was full.
    public var droppedSteps = 0
    /// Rows of calls that were dropped because the queue was full of calls.
    public var droppedCalls = 0
    /// Queued rows that broke a rule of the schema.
    public var refusedRows = 0
    /// Callbacks that were cancelled because they became durable too late.
    public var withdrawn = 0
    /// SQLite's words while writing fails; nil while it works.
    public var failing: String?
}

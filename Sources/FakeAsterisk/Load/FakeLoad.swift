public import Sockets

/// Many fake calls at once, and how long the server let callers wait.
public struct FakeLoad: Sendable {
    /// How many calls in all.
    public var calls: Int
    /// How many of them at the same time.
    public var concurrency: Int
    /// The call of that number, counted from 0.
    public var call: @Sendable (Int) -> FakeCall

    /// A load of equal or different calls.
    public init(calls: Int, concurrency: Int, call: @escaping @Sendable (Int) -> FakeCall) {
        self.calls = calls
        self.concurrency = concurrency
        self.call = call
    }

    /// Runs the calls against a server, each begun when one before it has ended.
    ///
    /// - Parameters:
    ///   - host: an address; a name is looked up for every call.
    ///   - port: the port.
    ///   - loop: the loop all of them run on; a fresh one when it is not given.
    /// - Throws: `FakeAsteriskError.cannotConnect` when no loop can be made. A call that cannot connect is counted.
    public func run(
        host: String, port: UInt16, on loop: EventLoop? = nil
    ) async throws(FakeAsteriskError) -> LoadReport {
        let loop = try Self.loop(loop, host: host, port: port)
        let start = ContinuousClock.now
        var report = LoadReport()
        await withTaskGroup(of: CallReport?.self) { group in
            var begun = 0
            func begin() {
                let call = call(begun)
                begun += 1
                group.addTask(executorPreference: loop) {
                    try? await call.run(host: host, port: port, on: loop)
                }
            }
            while begun < min(calls, concurrency) { begin() }
            while let ended = await group.next() {
                report.add(ended)
                if begun < calls, !Task.isCancelled { begin() }
            }
        }
        report.duration = ContinuousClock.now - start
        return report
    }

    private static func loop(
        _ given: EventLoop?, host: String, port: UInt16
    ) throws(FakeAsteriskError) -> EventLoop {
        if let given { return given }
        do {
            return try EventLoopGroup(count: 1).next()
        } catch {
            throw .cannotConnect(host: host, port: port, reason: "\(error)")
        }
    }
}

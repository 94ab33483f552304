public import Sockets

/// Many fake calls at once, and how long the server let callers wait.
public struct FakeLoad: Sendable {
    /// How many calls in all.
    public var calls: Int
    /// How many of them at the same time.
    public var concurrency: Int
    /// How long after the beginning of one call the next begins; nil: at once. `concurrency` stays the limit.
    public var interval: Duration?
    /// The call of that number, counted from 0.
    public var call: @Sendable (Int) -> FakeCall

    /// A load of equal or different calls.
    public init(
        calls: Int, concurrency: Int, interval: Duration? = nil, call: @escaping @Sendable (Int) -> FakeCall
    ) {
        self.calls = calls
        self.concurrency = concurrency
        self.interval = interval
        self.call = call
    }

    /// Runs the calls against a server.
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
        let time = Timeline(.real)
        var report = LoadReport()
        await withTaskGroup(of: CallReport?.self) { group in
            for number in 0..<calls where !Task.isCancelled {
                if number >= concurrency, let ended = await group.next() { report.add(ended) }
                if let interval { await time.sleep(until: interval * number) }
                let call = call(number)
                group.addTask(executorPreference: loop) {
                    try? await call.run(host: host, port: port, on: loop)
                }
            }
            for await ended in group { report.add(ended) }
        }
        report.duration = time.now
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

public import FastAGI
public import Sockets

/// A call that a fake Asterisk makes to a FastAGI server.
///
/// ```swift
/// let call = FakeCall(IncomingCall(script: "reception"), caller: try CallerScript("1, hang up"))
/// let report = try await call.run(host: "127.0.0.1", port: 4573)
/// ```
public struct FakeCall: Sendable {
    /// Who calls, and what was dialled.
    public var call: IncomingCall
    /// Telephones, queues, variables.
    public var world: World
    /// What the caller does.
    public var caller: CallerScript
    /// Where sounds are found.
    public var sounds: any SoundSource
    /// How time passes.
    public var pace: Pace
    /// How bytes reach the server.
    public var wire: WireOptions
    /// How long the server may leave Asterisk without a command before the call is given up, by the pace's clock. 30 s.
    public var patience: Duration
    /// What ends a call with a server that never ends it.
    public var limits = CallLimits()

    /// A call; by default nothing is in the world, the caller only listens, and waits cost no time.
    public init(
        _ call: IncomingCall = IncomingCall(), world: World = World(), caller: CallerScript = CallerScript(),
        sounds: any SoundSource = KnownSounds(others: SoundFolder()), pace: Pace = .fast,
        wire: WireOptions = WireOptions(), patience: Duration = .seconds(30)
    ) {
        self.call = call
        self.world = world
        self.caller = caller
        self.sounds = sounds
        self.pace = pace
        self.wire = wire
        self.patience = patience
    }

    /// Connects to a server and plays the call to its end.
    ///
    /// - Parameters:
    ///   - host: an address or a name; the addresses of a name are tried in turn.
    ///   - port: the port, mostly 4573.
    ///   - loop: the loop to run on; without one a fresh loop is made for the call.
    ///   - live: what the caller does besides the script, as it comes.
    ///   - observe: told of each event when it happens, in their order.
    /// - Returns: the report, however the session ended.
    /// - Throws: `FakeAsteriskError.cannotConnect`; AGISTATUS would be FAILURE.
    public func run(
        host: String, port: UInt16, on loop: EventLoop? = nil, live: AsyncStream<LiveAct>? = nil,
        observe: @escaping @Sendable (CallEvent) -> Void = { _ in }
    ) async throws(FakeAsteriskError) -> CallReport {
        let connection = try await Dialer.connect(host: host, port: port, on: loop)
        return await run(
            over: ConnectionTransport(connection), host: host, port: port, live: live, observe: observe)
    }

    /// Plays the call to its end over a transport, which is closed then.
    ///
    /// - Parameters:
    ///   - transport: the connection to the server.
    ///   - host: what `agi_request` says.
    ///   - port: what `agi_request` says.
    ///   - live: what the caller does besides the script, as it comes.
    ///   - observe: told of each event when it happens, in their order.
    public func run(
        over transport: any Transport, host: String = "127.0.0.1", port: UInt16 = 4573,
        live: AsyncStream<LiveAct>? = nil, observe: @escaping @Sendable (CallEvent) -> Void = { _ in }
    ) async -> CallReport {
        let block = EnvironmentBlock(call, host: host, port: port).lines
        return await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                var driver = CallDriver(self, transport, isLive: live != nil, observe: observe)
                let report = await driver.run(block, in: &group, live: live)
                group.cancelAll()
                return report
            }
        } onCancel: {
            transport.close()
        }
    }
}

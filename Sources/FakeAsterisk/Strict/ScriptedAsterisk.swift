public import FastAGI
public import Sockets

/// An Asterisk that follows a script to the letter: it expects these commands and answers those lines.
///
/// A command it does not expect, and a line that was never used, fail the run with the transcript so far. It needs no
/// world and no time; use `FakeCall` where the server shall find out by itself what a caller does.
///
/// ```swift
/// let asterisk = try ScriptedAsterisk("""
///     > ANSWER
///     < 200 result=0
///     > STREAM FILE menu "0123456789*#"
///     < 200 result=49 endpos=13760
///     ! hang up
///     """)
/// try await asterisk.run(host: "127.0.0.1", port: port)
/// ```
public struct ScriptedAsterisk: Sendable {
    /// One line of a script.
    public enum Line: Sendable, Hashable {
        /// This command comes from the server; its words are compared, so quoting does not matter. A last word `*` without
        /// quotes stands for any others.
        case expect(String)
        /// Asterisk sends this line.
        case reply(String)
        /// The caller hangs up: Asterisk sends HANGUP.
        case hangUp
        /// The connection breaks off.
        case breakOff
    }

    /// What Asterisk says of the call.
    public var call: IncomingCall
    /// The lines of the environment block; nil: those of `call`.
    public var environment: [String]?
    /// The script.
    public var lines: [Line]
    /// How long the server may leave a line waiting. 10 s.
    public var patience: Duration
    /// What measures that.
    public var clock: any Clock<Duration>

    /// A script of lines.
    public init(
        _ lines: [Line], call: IncomingCall = IncomingCall(), patience: Duration = .seconds(10),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.lines = lines
        self.call = call
        self.patience = patience
        self.clock = clock
    }

    /// Connects to a server and plays the script.
    ///
    /// - Throws: `FakeAsteriskError.cannotConnect`, and what `run(over:)` throws.
    public func run(host: String, port: UInt16, on loop: EventLoop? = nil) async throws(FakeAsteriskError) {
        let connection = try await Dialer.connect(host: host, port: port, on: loop)
        try await run(over: ConnectionTransport(connection), host: host, port: port)
    }

    /// Plays the script over a transport, which is closed then.
    ///
    /// - Throws: `FakeAsteriskError.unexpectedCommand`, `.unusedLines`, `.silentServer`; each with the transcript.
    public func run(
        over transport: any Transport, host: String = "127.0.0.1", port: UInt16 = 4573
    ) async throws(FakeAsteriskError) {
        let block = environment ?? EnvironmentBlock(call, host: host, port: port).lines
        let result = await withTaskCancellationHandler {
            await ScriptDriver(self, transport).run(block)
        } onCancel: {
            transport.close()
        }
        transport.close()
        try result.get()
    }
}

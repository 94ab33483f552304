import FastAGI

/// Joins a strict script to a connection.
struct ScriptDriver {
    /// The longest command a server may send; far more than Asterisk's buffer.
    private static let longestLine = 65_536

    private let transport: any Transport
    private let script: ScriptedAsterisk

    init(_ script: ScriptedAsterisk, _ transport: any Transport) {
        self.script = script
        self.transport = transport
    }

    /// Plays the script, the environment first.
    func run(_ block: [String]) async -> Result<Void, FakeAsteriskError> {
        var run = ScriptRun(script.lines)
        var decoder = LineDecoder()
        do throws(FakeAsteriskError) {
            await send(block.map { ScriptRun.Step.send($0) })
            while await send(run.steps()) {
                guard let command = try await next(&decoder, run) else { break }
                try run.take(command)
            }
            try run.finish()
            await send([.send("HANGUP")])
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// Sends lines, those that come together as one: a HANGUP behind a reply is there when the reply is read. False when
    /// the connection was broken off. Whether they arrive shows in what the server says next.
    @discardableResult
    private func send(_ steps: [ScriptRun.Step]) async -> Bool {
        var bytes: [UInt8] = []
        var isBrokenOff = false
        loop: for step in steps {
            switch step {
            case .send(let line): bytes += Array((line + "\n").utf8)
            case .breakOff:
                isBrokenOff = true
                break loop
            }
        }
        if !bytes.isEmpty { try? await transport.send(bytes) }
        if isBrokenOff { transport.close() }
        return !isBrokenOff
    }

    /// The next command; nil at the end.
    private func next(
        _ decoder: inout LineDecoder, _ run: ScriptRun
    ) async throws(FakeAsteriskError) -> [UInt8]? {
        while true {
            let line = try? decoder.next(limit: Self.longestLine)
            if let line { return Array(line) }
            guard let bytes = await receive() else {
                throw .silentServer(after: script.patience, transcript: run.transcript)
            }
            guard !bytes.isEmpty else { return nil }
            decoder.feed(bytes)
        }
    }

    /// What comes next, empty at the end; nil when nothing came for too long.
    private func receive() async -> [UInt8]? {
        await withTaskGroup(of: [UInt8]?.self) { group in
            let (transport, clock, patience) = (transport, script.clock, script.patience)
            group.addTask { (try? await transport.receive()) ?? [] }
            group.addTask {
                try? await clock.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            // Both a cancelled receive and a cancelled sleep end at once.
            if first == nil { transport.close() }
            group.cancelAll()
            return first
        }
    }
}

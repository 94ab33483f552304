import FastAGI

/// Joins a call's model to a connection and to time.
struct CallDriver {
    private var model: CallModel
    private var timeline: Timeline
    private var writer: WireWriter
    private let patience: Duration
    private let limits: CallLimits
    private let isLive: Bool
    private let observe: @Sendable (CallEvent) -> Void
    private var observed = 0
    /// Whether the server has closed; a command of its own may still run.
    private var hasClosed = false
    private var lastSignal: Duration = .zero
    /// When the timer that is under way ends.
    private var armed: Duration?

    init(
        _ call: FakeCall, _ transport: any Transport, isLive: Bool, observe: @escaping @Sendable (CallEvent) -> Void
    ) {
        model = CallModel(Channel(call.call, world: call.world, sounds: call.sounds), call.caller)
        timeline = Timeline(call.pace)
        writer = WireWriter(transport, call.wire)
        patience = call.patience
        limits = call.limits
        self.isLive = isLive
        self.observe = observe
    }

    /// Plays the whole call, the environment first.
    mutating func run(
        _ block: [String], in group: inout DiscardingTaskGroup, live: AsyncStream<LiveAct>?
    ) async -> CallReport {
        let (signals, feed) = AsyncStream.makeStream(of: Signal.self)
        listen(feed, live, in: &group)
        var ending = await send(block)
        var iterator = signals.makeAsyncIterator()
        while ending == nil {
            ending = await settle()
            guard ending == nil else { break }
            wait(feed, in: &group)
            guard let signal = await iterator.next(), !Task.isCancelled else {
                ending = .cancelled
                break
            }
            ending = take(signal)
        }
        return await finish(ending ?? .serverClosed)
    }

    private func listen(
        _ feed: AsyncStream<Signal>.Continuation, _ live: AsyncStream<LiveAct>?, in group: inout DiscardingTaskGroup
    ) {
        let (transport, most) = (writer.transport, limits.bytes ?? .max)
        group.addTask {
            var count = 0
            // A broken connection ends AGI as a closed one does: `fgets` fails and the buffer is empty.
            while let bytes = try? await transport.receive(), !bytes.isEmpty {
                count += bytes.count
                guard count <= most else {
                    feed.yield(.overrun)
                    return
                }
                feed.yield(.bytes(bytes))
            }
            feed.yield(.closed)
        }
        guard let live else { return }
        group.addTask {
            for await act in live { feed.yield(.act(act)) }
        }
    }

    /// Lets everything happen that is due, and sends what comes of it.
    private mutating func settle() async -> CallEnding? {
        model.run(until: timeline.now)
        while timeline.skipsWaits, model.channel.isBusy, let next = model.next() {
            timeline.jump(to: next)
            model.step(at: next)
        }
        if writer.hangsUp { model.perform(.hangUp, at: timeline.now) }
        tell()
        let replies = model.takeOutput()
        // From a reply on it is the server's turn, however long what it replies to took.
        if !replies.isEmpty { lastSignal = timeline.now }
        if let ending = await send(replies) { return ending }
        guard model.channel.isOver else { return nil }
        return hasClosed ? .serverClosed : .asteriskLeft
    }

    private mutating func send(_ lines: [String]) async -> CallEnding? {
        do {
            try await writer.send(lines)
        } catch {
            // A server that has closed is heard of by reading, with what it said before.
        }
        return writer.isCut ? .cut : nil
    }

    /// Has a timer wake the driver when the next thing is due, or when the server has been silent for too long.
    private mutating func wait(_ feed: AsyncStream<Signal>.Continuation, in group: inout DiscardingTaskGroup) {
        let next = model.next()
        let mayEnd = !model.channel.isBusy || (next == nil && !isLive)
        let wake = [next, limits.length, mayEnd ? lastSignal + patience : nil].compactMap { $0 }.min()
        guard let wake, armed.map({ wake < $0 }) ?? true else { return }
        armed = wake
        let timeline = timeline
        group.addTask {
            await timeline.sleep(until: wake)
            feed.yield(.timer)
        }
    }

    private mutating func take(_ signal: Signal) -> CallEnding? {
        let now = timeline.now
        if let longest = limits.length, now >= longest { return .overrun }
        switch signal {
        case .overrun: return .overrun
        case .timer:
            armed = nil
            let isQuiet = !model.channel.isBusy || (model.next() == nil && !isLive)
            return isQuiet && now >= lastSignal + patience ? .silence : nil
        case .closed:
            if writer.isCut { return .cut }
            hasClosed = true
            model.end(at: now)
        case .bytes(let bytes): model.receive(bytes, at: now)
        case .act(.press(let key)): model.perform(.press(key), at: now)
        case .act(.hangUp): model.perform(.hangUp, at: now)
        }
        lastSignal = now
        return nil
    }

    private mutating func tell() {
        let events = model.channel.events
        for event in events[observed...] { observe(event) }
        observed = events.count
    }

    private mutating func finish(_ ending: CallEnding) async -> CallReport {
        let now = timeline.now
        tell()
        _ = await send(model.takeOutput())
        writer.transport.close()
        let channel = model.channel
        return CallReport(
            events: channel.events, exchanges: channel.exchanges, rung: channel.rung, keys: channel.keyFates,
            status: channel.status,
            ending: ending, variables: channel.variables, place: channel.place, duration: now,
            unused: model.unused.map(\.description))
    }
}

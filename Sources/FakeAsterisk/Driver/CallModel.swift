import FastAGI

/// A channel and its caller together: knows what happens next, and lets it happen. Pure.
struct CallModel: Sendable {
    private(set) var channel: Channel
    private var caller: Caller
    private var present: Duration = .zero

    init(_ channel: Channel, _ script: CallerScript) {
        self.channel = channel
        caller = Caller(script)
    }

    /// The acts of the caller that never took place.
    var unused: [CallerScript.Act] { caller.unused }

    /// When something happens by itself, never before the present.
    mutating func next() -> Duration? {
        let due = channel.isDead ? nil : caller.due(channel.view)
        return [channel.deadline, due].compactMap { $0 }.min().map { max($0, present) }
    }

    /// Lets everything happen that is due up to `now`.
    mutating func run(until now: Duration) {
        while let next = next(), next <= now, !channel.isOver { step(at: next) }
        present = max(present, now)
    }

    /// Lets only the next thing happen, at its time.
    mutating func step(at next: Duration) {
        present = max(present, next)
        let due = channel.isDead ? nil : caller.due(channel.view)
        guard let due, due <= next else { return channel.advance(to: next) }
        perform(caller.take(at: next), at: next)
    }

    /// Does something of the caller's that no script foresaw.
    mutating func perform(_ effect: Caller.Effect?, at now: Duration) {
        present = max(present, now)
        switch effect {
        case .press(let key): channel.press(key, at: now)
        case .speak(let length): channel.speak(for: length)
        case .hangUp: channel.hangUp(at: now)
        case nil: break
        }
    }

    /// Bytes have come from the server.
    mutating func receive(_ bytes: [UInt8], at now: Duration) {
        run(until: now)
        channel.receive(bytes, at: present)
    }

    /// The server has closed.
    mutating func end(at now: Duration) {
        present = max(present, now)
        channel.end(at: present)
    }

    mutating func takeOutput() -> [String] { channel.takeOutput() }
}

/// When a process that speaks may be started anew: at once after it has died, but ever later when it dies again and
/// again without having answered, so that a broken installation does not keep the machine busy.
struct WorkerPace {
    /// So many deaths in a row cost no wait.
    static let free = 3
    /// The first wait; it doubles with every further death.
    static let first: Duration = .milliseconds(250)
    /// The longest wait.
    static let longest: Duration = .seconds(30)

    private var deaths = 0
    private var next: ContinuousClock.Instant?

    /// It has answered.
    mutating func noteAnswer() {
        deaths = 0
        next = nil
    }

    /// It has died, hung, or could not be started.
    mutating func noteDeath(at now: ContinuousClock.Instant) {
        deaths += 1
        guard deaths >= Self.free else { return }
        let doublings = min(deaths - Self.free, 16)
        next = now + min(Self.first * (1 << doublings), Self.longest)
    }

    /// How long it must not be started yet; nil: it may.
    func wait(at now: ContinuousClock.Instant) -> Duration? {
        guard let next, next > now else { return nil }
        return next - now
    }
}

/// The texts that ended the process that speaks, for a while: they do not end it again at every call.
///
/// A text is blamed when it did so twice. Once may be the process's own fault, and many prompts have a piece in common:
/// blaming that one would cost all of them.
struct DeadlyTexts {
    /// So many are remembered; the oldest go first.
    static let most = 256
    /// So long.
    static let time: Duration = .seconds(300)

    private var entries: [(key: SoundKey, times: Int, end: ContinuousClock.Instant)] = []

    /// Remembers that one ended the process, once more.
    mutating func add(_ key: SoundKey, times: Int = 1, at now: ContinuousClock.Instant) {
        let before = entries.first { $0.key == key && $0.end > now }?.times ?? 0
        entries.removeAll { $0.key == key || $0.end <= now }
        if entries.count >= Self.most { entries.removeFirst() }
        entries.append((key, before + times, now + Self.time))
    }

    /// Whether one is to blame.
    func contains(_ key: SoundKey, at now: ContinuousClock.Instant) -> Bool {
        entries.contains { $0.key == key && $0.times > 1 && $0.end > now }
    }
}

import Synchronization

/// What is looked at after a call.
extension SimulatedPhone {
    /// What became of each action of the script.
    public var traces: [ActionTrace] { state.withLock { $0.traces } }
    /// To whom the call was given, in order.
    public var handOvers: [HandOver] { state.withLock { $0.handOvers } }
    /// The messages that were left in mailboxes of Asterisk's VoiceMail.
    public var mailboxes: [MailboxMessage] { state.withLock { $0.mailboxes } }
    /// Whether the caller ended the call.
    public var isHungUpByCaller: Bool { state.withLock { $0.isHungUpByCaller } }
    /// The places in the transcript whose text holds something sensitive.
    public var sensitiveEntries: Set<Int> { state.withLock { $0.sensitive } }

    func handOver(_ handOver: HandOver) { state.withLock { $0.handOvers.append(handOver) } }

    /// Something is heard or waited for: the caller's time begins.
    func begin() {
        let now = clock.uptime
        state.withLock { $0.begin(at: now) }
    }
}

extension SimulatedPhone.State {
    mutating func begin(at now: Duration) { began = began ?? now }

    mutating func promptBegan(at now: Duration) {
        begin(at: now)
        hasNewPrompt = true
    }

    /// An action begins.
    mutating func reach(_ action: Int, at now: Duration) {
        if traces[action].reached == nil { traces[action].reached = transcript.count }
        lastAction = now
    }

    /// An action is done.
    mutating func finish(_ action: Int, at now: Duration) {
        traces[action].done = transcript.count
        traces[action].at = now
        lastAction = now
        hasNewPrompt = false
    }

    /// A telephone or queue was answered.
    mutating func answer(_ name: String, at now: Duration) {
        guard let last = handOvers.indices.last else { return }
        handOvers[last].takenBy = handOvers[last].to.count == 1 ? handOvers[last].to[0] : name
        handOvers[last].takenAt = now
    }
}

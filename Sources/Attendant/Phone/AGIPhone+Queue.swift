import FastAGI
import Reception

/// Queues: EXEC Queue, and what QUEUESTATUS says afterwards (app_queue.c).
extension AGIPhone {
    func queueState(_ queue: String) async throws(PhoneError) -> QueueState? {
        try stillThere()
        guard try await word("QUEUE_EXISTS(\(queue))") == "1" else { return nil }
        let waiting = Self.count(try await word("QUEUE_WAITING_COUNT(\(queue))"))
        // QUEUE_VARIABLES sets its variables only for a queue with `setqueuevar=yes`, and answers 0 then.
        guard try await word("QUEUE_VARIABLES(\(queue))") == "0" else { return QueueState(waiting: waiting) }
        let seconds = Self.count(try await word("QUEUEHOLDTIME"))
        // 0 is the average of no calls at all.
        return QueueState(waiting: waiting, holdTime: seconds > 0 ? .seconds(seconds) : nil)
    }

    /// A number of callers or seconds; a peer may say any, and nobody counts further.
    private static func count(_ word: String?) -> Int { min(max(0, word.flatMap { Int($0) } ?? 0), 99_999) }

    func wait(in request: QueueRequest) async throws(PhoneError) -> QueueOutcome {
        try stillThere()
        // A caller who hangs up while waiting leaves the status of an earlier queue standing.
        try await setVariable("QUEUESTATUS", "")
        try await setVariable("QUEUE_PRIO", String(request.priority))
        let ownClass = try await setMusic(request.music)
        // The hang-up may have come behind one of the replies just read.
        try stillThere()
        let began = ContinuousClock.now
        do {
            _ = try await send(.exec(application: "Queue", options: Self.options(request)), lasting: nil)
        } catch .hungUp {
            // As with Dial: the status still tells whether they talked.
        }
        let time = ContinuousClock.now - began
        let status = try await word("QUEUESTATUS") ?? ""
        if let ownClass { try await setVariable(Self.musicClass, ownClass) }
        return try await outcome(of: status, after: time)
    }

    /// The channel's own class comes before the queue's (res_musiconhold.c). Returns what it was.
    private func setMusic(_ name: String?) async throws(PhoneError) -> String? {
        guard let name else { return nil }
        let own = try await word(Self.musicClass) ?? ""
        try await setVariable(Self.musicClass, name)
        return own
    }

    private static let musicClass = "CHANNEL(musicclass)"

    /// `c` goes on after a talk and says so in QUEUESTATUS. The announcement to the member is played to them while the
    /// caller hears the music on.
    private static func options(_ request: QueueRequest) -> String {
        let seconds = max(1, request.longest.components.seconds)
        return "\(request.queue),c,,\(SoundArgument(request.whisper)?.text ?? ""),\(seconds)"
    }

    private func outcome(of status: String, after time: Duration) async throws(PhoneError) -> QueueOutcome {
        if status == "CONTINUE" { return .talked(time) }
        if session.isHungUp { throw .hungUp }
        let channel = try await send(.channelStatus())
        if session.isHungUp || channel.result == -1 { throw .hungUp }
        switch status {
        case "FULL": return .full
        case "JOINEMPTY", "JOINUNAVAIL": return .empty
        case "LEAVEEMPTY", "LEAVEUNAVAIL": return .deserted
        case "TIMEOUT": return .timeout
        default: return .failed(status)
        }
    }
}

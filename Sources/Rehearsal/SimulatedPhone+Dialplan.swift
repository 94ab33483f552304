public import Reception
import Synchronization

/// Queues, subroutines and the way back into the dialplan.
extension SimulatedPhone {
    /// What the world says; a queue that it does not name is empty of callers.
    public func queueState(_ queue: String) async throws(PhoneError) -> QueueState? {
        try checkUp()
        let known = world.queues[queue] ?? World.Queue()
        return QueueState(waiting: known.waiting, holdTime: known.holdTime)
    }

    /// Waits as the world says.
    public func wait(in request: QueueRequest) async throws(PhoneError) -> QueueOutcome {
        try checkUp()
        note(.event("queue \(request.queue)"))
        note(.shows(request.shows))
        handOver(HandOver(to: [request.queue], shows: request.shows, whispers: request.whisper?.text))
        switch (world.queues[request.queue] ?? World.Queue()).fate {
        case .full: return .full
        case .empty: return .empty
        case .answers(let after) where after <= request.longest:
            let talk = try await talk("queue \(request.queue)", after: after, whisper: request.whisper)
            guard case .talked(let time, _) = talk else { return .timeout }
            return .talked(time)
        case .answers, .nobody:
            try await ring(request.longest)
            return .timeout
        }
    }

    /// What was set during the call, else what the world says.
    public func variable(_ name: String) async throws(PhoneError) -> String? {
        let value = state.withLock { $0.variables[name] } ?? world.channel[name]
        return value?.isEmpty == false ? value : nil
    }

    /// Sets what the subroutine of the world sets.
    public func gosub(_ place: DialplanPlace, arguments: [String]) async throws(PhoneError) -> Bool {
        try checkUp()
        let name = "\(place.context),\(place.exten),\(place.priority)"
        note(.event("gosub \(name)" + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ",")))")))
        guard let sets = world.subroutines[name] else { return false }
        state.withLock { state in state.variables.merge(sets) { $1 } }
        return true
    }

    /// Notes where the call goes, when the world has the place.
    public func goTo(_ place: DialplanPlace) async throws(PhoneError) {
        try checkUp()
        let name = "\(place.context),\(place.exten),\(place.priority)"
        guard world.places?.contains(name) ?? true else { throw .refused("there is no \(name) in the dialplan") }
        note(.event("dialplan \(name)"))
        handOver(HandOver(to: [name], shows: "", whispers: nil, takenBy: name, at: clock.uptime))
    }
}

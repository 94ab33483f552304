/// `Queue(name[,options[,URL[,announcement[,seconds]]]])`: a queue of the world.
enum QueueApp {
    /// Joins the queue.
    static func start(_ options: String, at now: Duration, on channel: inout ChannelState) -> Start {
        let parts = AppArguments.split(options)
        let queue = channel.world.queues[parts[0]] ?? CallQueue()
        channel.variables.set("QUEUESTATUS", to: "")
        switch queue.fate {
        case .full: return refuse("FULL", on: &channel)
        case .empty: return refuse("JOINEMPTY", on: &channel)
        case .answers, .nobody: break
        }
        let letters = AppArguments.options(AppArguments.part(parts, 1) ?? "")
        let timeout = AppArguments.seconds(AppArguments.part(parts, 4))
        channel.note(.event("waits in queue \(parts[0])"), at: now)
        let continues = letters["c"] != nil
        return .runs(
            PuttingThrough(
                began: now, answer: answer(queue, parts[0], at: now), givesUp: timeout.map { now + $0 },
                statusVariable: "QUEUESTATUS", unanswered: "TIMEOUT", answered: continues ? "CONTINUE" : nil,
                abandoned: nil, resultAfterTalk: continues ? 0 : -1))
    }

    private static func answer(_ queue: CallQueue, _ name: String, at now: Duration) -> PuttingThrough.Answer? {
        guard case .answers(let after, let talks) = queue.fate else { return nil }
        return .init(at: now + after, talks: talks, who: "queue \(name)")
    }

    private static func refuse(_ status: String, on channel: inout ChannelState) -> Start {
        channel.variables.set("QUEUESTATUS", to: status)
        return .result(0)
    }
}

/// `Queue(name[,options[,URL[,announcement[,seconds]]]])`: a queue of the world.
enum QueueApp {
    /// Joins the queue. QUEUESTATUS stands as an earlier queue left it until this one sets it (queue_exec in app_queue.c).
    static func start(_ options: String, at now: Duration, on channel: inout ChannelState) -> Start {
        let parts = AppArguments.split(options)
        guard let queue = channel.world.queue(parts[0]) else { return refuse("UNKNOWN", on: &channel) }
        switch queue.fate {
        case .full: return refuse("FULL", on: &channel)
        case .empty: return refuse("JOINEMPTY", on: &channel)
        case .answers, .nobody, .deserted: break
        }
        channel.note(.event("waits in queue \(parts[0])"), at: now)
        noteMembers(queue, parts, at: now, on: &channel)
        let timeout = AppArguments.seconds(AppArguments.part(parts, 4)).map { now + $0 }
        let leaves = leaving(queue, at: now).flatMap { end in timeout.map { end < $0 } ?? true ? end : nil }
        let continues = AppArguments.options(AppArguments.part(parts, 1) ?? "")["c"] != nil
        return .runs(
            PuttingThrough(
                began: now, answer: answer(queue, parts[0], at: now), givesUp: leaves ?? timeout,
                statusVariable: "QUEUESTATUS", unanswered: leaves == nil ? "TIMEOUT" : "LEAVEEMPTY",
                answered: continues ? "CONTINUE" : nil, abandoned: nil, resultAfterTalk: continues ? 0 : -1))
    }

    /// QUEUE_VARIABLES sets channel variables when it is read.
    static func setVariables(named function: String, on channel: inout ChannelState) {
        guard function.hasPrefix("QUEUE_VARIABLES("), function.hasSuffix(")") else { return }
        let name = String(function.dropFirst("QUEUE_VARIABLES(".count).dropLast())
        guard let queue = channel.world.queue(name), let holdTime = queue.holdTime else { return }
        channel.variables.set("QUEUECALLS", to: "\(queue.waiting)")
        channel.variables.set("QUEUEHOLDTIME", to: "\(holdTime)")
    }

    /// What a member's telephone shows, and hears first when its user answers.
    private static func noteMembers(
        _ queue: CallQueue, _ parts: [String], at now: Duration, on channel: inout ChannelState
    ) {
        guard case .answers = queue.fate else { return }
        channel.rung.append(
            RungTelephone(
                at: now, dialString: "queue \(parts[0])", name: channel.identity.name, number: channel.identity.number,
                variables: channel.variables.inherited))
        channel.note(.shows(channel.identity.name ?? channel.identity.number ?? ""), at: now)
        guard let file = AppArguments.part(parts, 3), let text = channel.sound(file)?.text else { return }
        channel.note(.event("whispers: \(text)"), at: now)
    }

    private static func answer(_ queue: CallQueue, _ name: String, at now: Duration) -> PuttingThrough.Answer? {
        guard case .answers(let after, let talks) = queue.fate else { return nil }
        return .init(at: now + after, talks: talks, who: "queue \(name)")
    }

    private static func leaving(_ queue: CallQueue, at now: Duration) -> Duration? {
        guard case .deserted(let after) = queue.fate else { return nil }
        return now + after
    }

    private static func refuse(_ status: String, on channel: inout ChannelState) -> Start {
        channel.variables.set("QUEUESTATUS", to: status)
        return .result(0)
    }
}

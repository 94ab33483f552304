/// `Dial(tech/who[&…][,seconds[,options]])`: rings telephones of the world, several together.
enum Dial {
    /// Begins to ring.
    static func start(_ options: String, at now: Duration, on channel: inout ChannelState) -> Start {
        let parts = AppArguments.split(options)
        let targets = parts[0].split(separator: "&").map(String.init)
        guard !targets.isEmpty else {
            channel.variables.set("DIALSTATUS", to: "INVALIDARGS")
            return .result(-1)
        }
        clear(on: &channel)
        let phones = targets.map { (name: $0, telephone: channel.world.telephone($0)) }
        ring(phones, at: now, on: &channel)
        let letters = AppArguments.options(AppArguments.part(parts, 2) ?? "")
        let timeout = AppArguments.seconds(AppArguments.part(parts, 1)).map { now + $0 }
        let refused = refusal(phones.map(\.telephone), at: now)
        let isRefused = refused.map { end in timeout.map { end < $0 } ?? true } ?? false
        noteWhisper(letters["A"], at: now, on: &channel)
        return .runs(
            PuttingThrough(
                began: now, answer: answer(phones, at: now), givesUp: isRefused ? refused : timeout,
                statusVariable: "DIALSTATUS", unanswered: isRefused ? status(phones.map(\.telephone)) : "NOANSWER",
                answered: "ANSWER", abandoned: "CANCEL", resultAfterTalk: letters["g"] == nil ? -1 : 0))
    }

    private static func clear(on channel: inout ChannelState) {
        for name in ["DIALSTATUS", "ANSWEREDTIME", "DIALEDTIME", "DIALEDPEERNUMBER", "DIALEDPEERNAME"] {
            channel.variables.set(name, to: "")
        }
    }

    private static func ring(
        _ phones: [(name: String, telephone: Telephone)], at now: Duration, on channel: inout ChannelState
    ) {
        let ringing = phones.filter { $0.telephone != .offline && $0.telephone != .congestion }
        for phone in phones where !ringing.contains(where: { $0.name == phone.name }) {
            channel.note(.event("\(phone.name) cannot be reached"), at: now)
        }
        for phone in ringing {
            channel.note(.rings(phone.name), at: now)
            channel.rung.append(
                RungTelephone(
                    at: now, dialString: phone.name, name: channel.identity.name, number: channel.identity.number,
                    variables: channel.variables.inherited))
        }
        guard !ringing.isEmpty else { return }
        channel.note(.shows(channel.identity.name ?? channel.identity.number ?? ""), at: now)
    }

    private static func answer(
        _ phones: [(name: String, telephone: Telephone)], at now: Duration
    ) -> PuttingThrough.Answer? {
        let answers = phones.compactMap { phone -> PuttingThrough.Answer? in
            guard case .answers(let after, let talks) = phone.telephone else { return nil }
            return .init(at: now + after, talks: talks, who: phone.name)
        }
        return answers.min { $0.at < $1.at }
    }

    /// When every telephone has refused; nil when one of them rings on.
    private static func refusal(_ telephones: [Telephone], at now: Duration) -> Duration? {
        let ends = telephones.map { telephone -> Duration? in
            switch telephone {
            case .offline: now
            case .busy, .congestion, .declined: now + Telephone.refusalTime
            case .answers, .noAnswer: nil
            }
        }
        return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    }

    /// One that is busy outweighs congestion, and both outweigh what cannot be reached (`wait_for_answer` in app_dial.c).
    private static func status(_ telephones: [Telephone]) -> String {
        if telephones.contains(.busy) { return "BUSY" }
        return telephones.contains(.congestion) ? "CONGESTION" : "CHANUNAVAIL"
    }

    private static func noteWhisper(_ file: String?, at now: Duration, on channel: inout ChannelState) {
        guard let file, let text = channel.sound(file)?.text else { return }
        channel.note(.event("whispers: \(text)"), at: now)
    }
}

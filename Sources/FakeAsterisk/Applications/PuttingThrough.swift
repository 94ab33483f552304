import FastAGI

/// Dial or Queue: somebody is rung, answers or not, and talks until one of the two hangs up.
struct PuttingThrough: Activity {
    /// Who answers, when, and how long the talk is.
    struct Answer: Sendable {
        let at: Duration
        let talks: Duration
        let who: String
    }

    let began: Duration
    let answer: Answer?
    /// When nobody is rung any longer; nil: never.
    let givesUp: Duration?
    /// `DIALSTATUS` or `QUEUESTATUS`.
    let statusVariable: String
    /// The status when nobody answers.
    let unanswered: String
    /// The status after a talk, nil: none is set.
    let answered: String?
    /// The status when the caller hangs up before the answer, nil: none is set.
    let abandoned: String?
    /// The result after a talk that the other party ended.
    let resultAfterTalk: Int
    private var talksSince: Duration?

    init(
        began: Duration, answer: Answer?, givesUp: Duration?, statusVariable: String, unanswered: String,
        answered: String?, abandoned: String?, resultAfterTalk: Int
    ) {
        self.began = began
        self.givesUp = givesUp
        self.answer = answer.flatMap { found in givesUp.map { found.at < $0 } ?? true ? found : nil }
        self.statusVariable = statusVariable
        self.unanswered = unanswered
        self.answered = answered
        self.abandoned = abandoned
        self.resultAfterTalk = resultAfterTalk
    }

    var deadline: Duration? {
        guard let answer else { return givesUp }
        return talksSince.map { $0 + answer.talks } ?? answer.at
    }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        guard let answer else {
            setStatus(unanswered, on: &channel)
            return .result(0)
        }
        guard talksSince != nil else {
            talksSince = now
            channel.line = .up
            channel.note(.event("\(answer.who) answers"), at: now)
            return nil
        }
        endTalk(at: now, on: &channel)
        channel.note(.event("\(answer.who) hangs up"), at: now)
        return .result(resultAfterTalk)
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        (talksSince == nil ? .unheard : .passedOn, nil)
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome {
        if talksSince == nil {
            setStatus(abandoned, on: &channel)
        } else {
            endTalk(at: now, on: &channel)
        }
        return .result(-1)
    }

    private func endTalk(at now: Duration, on channel: inout ChannelState) {
        guard let talksSince, let answer else { return }
        setStatus(answered, on: &channel)
        guard statusVariable == "DIALSTATUS" else { return }
        let number = answer.who.split(separator: "/", maxSplits: 1).last.map(String.init) ?? answer.who
        channel.variables.set("ANSWEREDTIME", to: "\((now - talksSince).wholeSeconds)")
        channel.variables.set("DIALEDTIME", to: "\((now - began).wholeSeconds)")
        channel.variables.set("DIALEDPEERNUMBER", to: number)
        channel.variables.set("DIALEDPEERNAME", to: "\(answer.who)-00000001")
    }

    private func setStatus(_ status: String?, on channel: inout ChannelState) {
        guard let status else { return }
        channel.variables.set(statusVariable, to: status)
    }
}

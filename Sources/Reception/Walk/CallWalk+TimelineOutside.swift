import MenuFile

/// The timeline: what was asked of others, and what is kept.
extension CallWalk {
    /// A ring that began then and is over now. `outcome` nil: the caller hung up meanwhile.
    func noteRing(_ request: DialRequest, _ outcome: DialOutcome?, since began: Duration) {
        let time = services.clock.uptime - began
        var details = CallMoment.Details.with { details in
            details.names = request.names
            details.seconds = Self.inSeconds(time)
            details.result = outcome?.word ?? "hung up"
            details.shows = request.shows
            details.whispers = request.whisper.map { $0.isSensitive ? Variables.mask : $0.text }
        }
        if case .talked(let talk, let name)? = outcome {
            details.answeredAfter = Self.inSeconds(max(.zero, time - talk))
            details.takenBy = request.name(of: name)
        }
        let names = request.names.joined(separator: " & ")
        guard let outcome else {
            return steps.mark(.ring, "rang \(names): the caller hung up", services, details, at: began)
        }
        steps.note("rang \(names): \(outcome.word)", services, .ring, details, at: began)
    }

    /// A wait in a queue that began then and is over now. `outcome` nil: the caller hung up meanwhile.
    func noteQueue(_ request: QueueRequest, _ outcome: QueueOutcome?, since began: Duration) {
        let time = services.clock.uptime - began
        var details = CallMoment.Details.with { details in
            details.names = [request.queue]
            details.seconds = Self.inSeconds(time)
            details.result = outcome?.word ?? "hung up"
            details.shows = request.shows
            details.whispers = request.whisper.map { $0.isSensitive ? Variables.mask : $0.text }
        }
        if case .talked(let talk)? = outcome { details.answeredAfter = Self.inSeconds(max(.zero, time - talk)) }
        guard let outcome else {
            return steps.mark(
                .queue, "queue \(request.queue): the caller hung up", services, details, at: began)
        }
        steps.note("queue \(request.queue): \(outcome.word)", services, .queue, details, at: began)
    }

    /// A request that began then. `took`: how long the service needed.
    func noteRequest(
        _ verb: RequestVerb, _ request: WebRequest, _ result: WebExchange.Result, took: Duration,
        since began: Duration
    ) {
        let url = shownURL(verb.url)
        let details = CallMoment.Details.with { details in
            details.method = request.method
            details.url = url
            details.status = result.status
            details.result = result.values == nil ? "not done" : "done"
            details.milliseconds = Int((took / .milliseconds(1)).rounded())
            details.kept = result.values.map { values in verb.keep.map { shown($0, values[$0.variable] ?? "") } }
            details.isMasked = details.kept?.contains { $0.value == nil } == true ? true : nil
        }
        let milliseconds = details.milliseconds ?? 0
        steps.mark(
            .web, "\(request.method) \(url): \(result.status) in \(milliseconds) ms", services, details, at: began)
        // The row of the step names the host only, as it always did.
        steps.noteRow("asked \(request.host): \(result.status)", services)
    }

    /// What was kept of a reply or of the channel, as rows may have it.
    func shown(_ kept: RequestVerb.Kept, _ value: String) -> CallMoment.Details.Kept {
        CallMoment.Details.Kept(
            source: kept.source, variable: kept.variable, value: isSensitive(kept.variable) ? nil : value)
    }

    /// A subroutine of the dialplan came back.
    func noteSubroutine(_ place: DialplanPlace, _ kept: [CallMoment.Details.Kept]) {
        let values = kept.map { "\($0.variable) = \($0.value ?? Variables.mask)" }.joined(separator: ", ")
        steps.mark(
            .dialplan, "\(place.name) came back" + (values.isEmpty ? "" : ": \(values)"), services,
            .with { details in
                details.names = [place.name]
                details.kept = kept.isEmpty ? nil : kept
                details.isMasked = kept.contains { $0.value == nil } ? true : nil
            })
    }

    /// A recording, whatever comes of it.
    func noteRecording(_ recording: Recording) {
        let end =
            switch recording.end {
            case .key(let key): "key \(key)"
            case .silence: "silence"
            case .hungUp: "hung up"
            case .failed: "failed"
            }
        steps.note(
            "recorded \(recording.length.wholeSeconds) s", services, .recorded,
            .with { details in
                details.seconds = Self.inSeconds(recording.length)
                details.result = end
            })
    }

    /// A message is on disk.
    func noteMessage(to recipient: String, _ length: Duration) {
        steps.mark(
            .voicemail, "kept a message of \(length.wholeSeconds) s for \(recipient)", services,
            .with { details in
                details.names = [recipient]
                details.seconds = Self.inSeconds(length)
            })
    }

    /// A request is on disk.
    func noteCallback(_ request: CallbackRequest, _ receipt: CallbackReceipt) {
        var details = request.details
        details.place = receipt.place
        details.wasListed = receipt.isNew ? nil : true
        let place = receipt.isNew ? "noted" : "on the list already, place \(receipt.place)"
        steps.mark(.callback, "\(place): \(request.inWords)", services, details)
    }
}

extension DialRequest {
    /// For whom the telephone is that took the call: the only one's name where only one person was rung, else that of the
    /// dial string whose end Asterisk tells ("201" of "PJSIP/201", in DIALEDPEERNUMBER), else what it tells.
    fileprivate func name(of told: String?) -> String? {
        if let first = names.first, names.allSatisfy({ $0 == first }) { return first }
        let place = zip(targets, names).first { target, _ in
            target.split(separator: "/", maxSplits: 1).last.map(String.init) == told
        }
        return place?.1 ?? told
    }
}

extension CallbackRequest {
    /// What the timeline says of it.
    var details: CallMoment.Details {
        .with { details in
            details.list = list
            details.number = number
            details.confirmed = isConfirmed
            details.status = status.rawValue
        }
    }

    /// "callback of +44… on the list office".
    var inWords: String {
        let kind = status == .new ? "callback" : "\(status.rawValue) callback"
        return "\(kind) of \(number ?? "a withheld number") on the list \(list)"
    }
}

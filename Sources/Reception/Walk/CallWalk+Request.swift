import Logging
import MenuFile

/// `request`: asks a web service while the caller hears something (§3.3, §4.4).
extension CallWalk {
    /// The filler is heard after so much silence…
    static let fillerAfter = Duration.seconds(1)
    /// …and again so long after it began.
    static let fillerEvery = Duration.seconds(7)

    func request(_ verb: RequestVerb, _ step: Step) async throws(WalkStop) -> VerbOutcome {
        guard let request = webRequest(verb) else { return try await notAsked(step) }
        let isFresh = buffer.isEmpty
        let sounds = try await sounds(verb, step)
        let exchange = WebExchange(client: services.web, request: request, tries: 1 + verb.retry, keep: verb.keep)
        // A GET changes nothing, so a caller who has gone needs no answer to it; anything else may be half done (§4.3).
        let clock = services.clock
        let began = clock.uptime
        let (result, stop) = await alongside(
            { (await exchange.run(), clock.uptime - began) }, isGivenUp: verb.method == "GET"
        ) { flag in
            await self.pass(until: flag, sounds, interruptible: step.interrupt)
        }
        if let result { noteRequest(verb, request, result.0, took: result.1, since: began) }
        if let stop, stop.isGone { throw stop }
        let isDone = keep(result?.0)
        if let stop { throw stop }
        // A 0 pressed meanwhile acts now; one that was typed ahead of other keys belongs to what comes, and so may one
        // before a collect.
        if isFresh, !collectFollows(step) { try heedZero() }
        return isDone ? .done : .notDone
    }

    private func notAsked(_ step: Step) async throws(WalkStop) -> VerbOutcome {
        variables.set("request.status", to: "")
        steps.note("not asked: a variable of the URL is missing", services)
        logger.notice("request not sent: a variable of its URL is missing", metadata: ["step": "\(step.path)"])
        if let say = step.say { _ = try await tell(say, of: step, interruptible: step.interrupt) }
        return .notDone
    }

    /// Keeps what came of it; false: the step is not done, and what it would have kept stays as it was.
    private func keep(_ result: WebExchange.Result?) -> Bool {
        variables.set("request.status", to: result?.status ?? "refused")
        guard let values = result?.values else { return false }
        for (name, value) in values { variables.set(name, to: value) }
        return true
    }

    /// What the caller may hear meanwhile: the step's text and the filler. They are made before, so that nothing but the
    /// service is waited for.
    private struct Sounds {
        let say: (sound: Sound, prompt: Prompt)?
        let filler: (sound: Sound, prompt: Prompt)?
    }

    private func sounds(_ verb: RequestVerb, _ step: Step) async throws(WalkStop) -> Sounds {
        let say = step.say.map { builder.prompt($0) } ?? Prompt([])
        let filler = verb.filler.map { builder.prompt($0) } ?? builder.phrase(.oneMoment)
        return Sounds(say: try await made(before: say), filler: try await made(before: filler))
    }

    private func made(before prompt: Prompt) async throws(WalkStop) -> (sound: Sound, prompt: Prompt)? {
        guard !prompt.pieces.isEmpty, let sound = try await sound(of: prompt) else { return nil }
        return (sound, prompt)
    }

    /// What the caller hears until the reply is there: the step's text, then silence with fillers in it. A stop that is
    /// no hang-up is kept for the end: the reply is waited for.
    private func pass(until flag: WorkFlag, _ sounds: Sounds, interruptible: Bool) async -> WalkStop? {
        var stop: WalkStop?
        if let say = sounds.say, buffer.isEmpty || !interruptible {
            stop = await halted { () async throws(WalkStop) in
                try await self.play(say.sound, interruptible: interruptible, of: say.prompt)
            }
        }
        var nextFiller = services.clock.uptime + Self.fillerAfter
        while !flag.isRaised, stop?.isGone != true, stop != .ended(.failed) {
            let next = await halted { () async throws(WalkStop) in
                guard let filler = sounds.filler, services.clock.uptime >= nextFiller else {
                    return try await self.listenOnce()
                }
                nextFiller = services.clock.uptime + Self.fillerEvery
                try await self.play(filler.sound, interruptible: false, of: filler.prompt)
            }
            if let next, stop == nil || next.isGone { stop = next }
        }
        return stop
    }

    /// Runs something on the line. Returns why it stopped; nil: it did not.
    private func halted(_ body: () async throws(WalkStop) -> Void) async -> WalkStop? {
        do throws(WalkStop) {
            try await body()
            return nil
        } catch {
            return error
        }
    }
}

extension WebRequest {
    /// The host, for logs and rows: path, query and user may be secret.
    var host: String {
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let authority = afterScheme.prefix { !"/?#".contains($0) }
        return String(authority.split(separator: "@").last ?? authority)
    }
}

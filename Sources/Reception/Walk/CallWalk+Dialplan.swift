import MenuFile

/// `dialplan` and `gosub`: the channel goes to Asterisk, for good or for a while.
extension CallWalk {
    /// Says where the dialplan goes on and ends the walk; the call itself goes on there. Not done when there is no such
    /// place.
    func dialplan(_ location: DialplanLocation) async throws(WalkStop) -> VerbOutcome {
        try emptyBuffer()
        try await handOver(shownText(nil))
        let place = DialplanPlace(location)
        let isThere: Void? = try await command { phone throws(PhoneError) in try await phone.goTo(place) }
        guard isThere != nil else {
            try await takeBack()
            return .notDone
        }
        steps.mark(
            .dialplan, "handed over to \(place.name)", services, .with { $0.names = [place.name] })
        // Whatever was achieved before, the line must not be hung up now.
        guards.achieved = .handedOver
        throw .ended(.handedOver)
    }

    /// Runs a subroutine and keeps what it left in channel variables.
    func gosub(_ verb: GosubVerb) async throws(WalkStop) -> VerbOutcome {
        let place = DialplanPlace(verb.location)
        let arguments = verb.arguments.map { staffText($0) }
        let isDone = try await command { phone throws(PhoneError) in
            try await phone.gosub(place, arguments: arguments)
        }
        guard isDone == true else {
            steps.mark(.dialplan, "\(place.name) did not come back", services, .with { $0.names = [place.name] })
            return .notDone
        }
        var values: [CallMoment.Details.Kept] = []
        for kept in verb.keep {
            let value = try await command { phone throws(PhoneError) in try await phone.variable(kept.source) }
            variables.set(kept.variable, to: (value ?? nil) ?? "")
            values.append(shown(kept, (value ?? nil) ?? ""))
        }
        noteSubroutine(place, values)
        return .done
    }
}

extension DialplanPlace {
    /// "context,exten,priority".
    var name: String { "\(context),\(exten),\(priority)" }

    init(_ location: DialplanLocation) {
        self.init(context: location.context, exten: location.exten, priority: location.priority)
    }
}

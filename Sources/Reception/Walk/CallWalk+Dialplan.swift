import MenuFile

/// `dialplan` and `gosub`: the channel goes to Asterisk, for good or for a while.
extension CallWalk {
    func dialplan(_ place: DialplanLocation) async throws(WalkStop) -> VerbOutcome { .notDone }

    func gosub(_ verb: GosubVerb) async throws(WalkStop) -> VerbOutcome { .notDone }
}

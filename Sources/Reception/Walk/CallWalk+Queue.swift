import MenuFile

/// `queue`: the place told, a callback offered, then an Asterisk queue (§4.2).
extension CallWalk {
    func queue(_ verb: QueueVerb) async throws(WalkStop) -> VerbOutcome { .notDone }
}

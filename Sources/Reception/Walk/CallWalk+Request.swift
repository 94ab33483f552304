import MenuFile

/// `request`: asks a web service while the caller hears something (§3.3, §4.4).
extension CallWalk {
    func request(_ verb: RequestVerb, _ step: Step) async throws(WalkStop) -> VerbOutcome { .notDone }
}

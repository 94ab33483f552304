import MenuFile

/// `collect`: C1 to C5 of §4.2.
extension CallWalk {
    func collect(_ step: Step, _ verb: CollectVerb) async throws(WalkStop) -> VerbOutcome { .notDone }
}

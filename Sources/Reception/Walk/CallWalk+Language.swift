import MenuFile

/// `language`: another language from now on, or the question which.
extension CallWalk {
    func language(_ verb: LanguageVerb) async throws(WalkStop) -> VerbOutcome { .notDone }
}

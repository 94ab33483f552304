import MenuFile

/// `set`: gives variables values, in the order of the file.
extension CallWalk {
    func set(_ assignments: [VariableAssignment]) async throws(WalkStop) -> VerbOutcome { .notDone }
}

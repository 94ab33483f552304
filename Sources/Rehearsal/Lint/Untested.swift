public import MenuFile

/// `untested`: what no call test tries.
public enum Untested {
    /// A note for each choice that no call takes; one at the beginning of the file when there are no calls at all.
    ///
    /// - Parameters:
    ///   - coverage: what the calls tried; nil: there is no test file.
    ///   - tests: the test file's name, "heating.test.json".
    public static func findings(
        _ document: MenuDocument, file: String, tests: String, coverage: MenuCoverage?
    ) -> [Finding] {
        guard document.lint.ignored[.untested] == nil else { return [] }
        func note(_ position: Position, _ message: String) -> Finding {
            Finding(
                file: file, position: position, severity: RuleID.untested.severity, rule: .untested,
                message: RuleID.untested.cited(message))
        }
        guard let coverage else {
            return [
                note(
                    Position(line: 1, column: 1),
                    "there is no \(tests): let friends call and test, or write the calls down there")
            ]
        }
        return zip(coverage.untakenPlaces, coverage.untakenChoices).map { position, choice in
            note(position, "no call of \(tests) takes this choice (\(choice))")
        }
    }
}

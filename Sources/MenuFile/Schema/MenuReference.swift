/// The reference of the menu language as Markdown, made from the tables that the reader itself uses, so that it can
/// leave nothing out.
public enum MenuReference {
    /// The whole reference, with a line end.
    public static let text = sections.map { "## \($0.title)\n\n\($0.text)\n" }.joined(separator: "\n")

    private static var sections: [(title: String, text: String)] {
        [
            ("The file", fileIntroduction + "\n\n" + LanguageTables.file.reference),
            ("Texts", textIntroduction + "\n\n" + pieces),
            ("Variables", variables),
            ("Steps", stepIntroduction + "\n\n" + LanguageTables.stepWithoutVerb.reference),
            ("Verbs", verbs),
            ("Keys", keys),
            ("Conditions", conditionIntroduction + "\n\n" + LanguageTables.condition.reference),
            ("Hours", hours),
            ("Parts of the file", parts),
            ("Phrases", phrases),
            ("Call tests", callTests),
            ("Findings", rules),
        ]
    }

    private static let fileIntroduction = """
        A menu file is strict JSON in UTF-8. `note` and keys beginning with `x-` are comments in every object but those
        whose keys are data (`headers`, `send`, `keep`, `set`, `numbers`). A *name* is a-z, 0-9 and -, beginning with a
        letter. Seconds may have decimals. Bold keys are required.
        """

    private static let textIntroduction = """
        A *text* is a string, `{ "en": …, "pl": … }` per language, one of the pieces below, or a list of texts that are
        joined into one sound. `{variable:format|if missing}` puts a value in; `{{` is a brace.
        """

    private static let stepIntroduction = """
        A *step* is a name (to go to: a key of `steps`, or `start`, `closed`, `operator`, `back`, `again`, `hangup`), a
        list of steps that are tried in order until one keeps the call, or an object with at most one verb and any of
        these:
        """

    private static let conditionIntroduction = """
        A *condition* is one of the words \(code(LanguageTables.conditionWords)), the name of a list of callers, each
        also with `not ` before it, or an object whose tests must all hold. The key `"{variable}"` tests a variable: a
        value, a list of values, `present`, `missing`, `not VALUE`, or a comparison such as `< 5`.
        """

    private static let keys = """
        A *key* of a menu is a literal (`1`, `12`, `*`, `#`), a range of equally long ends (`201-249`), or a pattern in
        which x is any digit (`2xx`); literals win over ranges, ranges over patterns. Nothing but `0` may begin with 0.
        0 is the operator, `*` goes back, `#` repeats, unless a menu has a choice there.

        """ + "\n" + LanguageTables.retry.reference

    private static let hours = """
        `hours` is one schedule, called office, or an object of schedules. A schedule's keys are days: `mon` … `sun`, a
        range (`fri-mon`), `every day`, `2026-12-24`, `2026-08-03..2026-08-07`, `12-24`, `easter`, `easter+1`, and
        `holidays`. Values are spans (`8:00-12:30, 13:00-17:00`), `all day` or `closed`; `holidays` may be `ignore`. A
        span whose end is not after its start passes midnight. Of keys that fit, exact dates win over yearly ones, those
        over holidays, those over weekdays; within one kind the narrowest.
        """

    static func code(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}

extension MenuReference {
    private static var pieces: String {
        [TableName.recording, .pause, .tone].flatMap(\.table.rules).referenceTable
    }

    private static var variables: String {
        let lists = [LanguageTables.builtInVariables, LanguageTables.outerVariables].joined()
        let rows = lists.map { "| `{\($0.name)}` | \($0.doc) |" }
        let formats = LanguageTables.formats.map { "| `\($0.name)` | \($0.doc) |" }
        return (["| variable | holds |", "|---|---|"] + rows + ["", "| format | says |", "|---|---|"] + formats)
            .joined(separator: "\n")
    }

    private static var verbs: String {
        TableName.verbs.map { verb in
            let own = LanguageTables.verbs[verb.verbKey].map { [$0] } ?? []
            return "### \(verb.verbKey)\n\n" + (own + (LanguageTables.fields[verb] ?? [])).referenceTable
        }.joined(separator: "\n\n")
    }

    private static var parts: String {
        let tables: [TableName] = [
            .person, .dial, .callerList, .notice, .callbackList, .keys, .limits, .voice, .variable, .lint, .check,
            .offer,
        ]
        return tables.map { "### \($0.table.title.replacing("\"", with: "`"))\n\n" + $0.table.reference }
            .joined(separator: "\n\n")
    }

    private static var phrases: String {
        let rows = PhraseID.allCases.map { id in
            let placeholders = id.placeholders.sorted().map { "`{\($0)}`" }.joined(separator: " ")
            return "| `\(id.rawValue)` | \(placeholders) | \(id.meaning) | \(english(id).replacing("|", with: "\\|")) |"
        }
        return (["| phrase | placeholders | said | in English |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    private static func english(_ id: PhraseID) -> String {
        switch LanguagePack.english.file.phrases[id.rawValue] {
        case .text(let text)?: text
        case .counted(_, let forms)?: forms[.other] ?? ""
        case nil: ""
        }
    }

    private static var rules: String {
        let rows = RuleID.allCases.map { rule in
            "| `\(rule.rawValue)` | \(rule.severity.rawValue) | \(rule.meaning) | \(rule.source ?? "") |"
        }
        return (["| rule | severity | says | source |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}

extension ObjectTable {
    /// The keys as a table.
    var reference: String { rules.filter { $0.name != "$schema" }.referenceTable }
}

extension [KeyRule] {
    /// Keys as a table of Markdown.
    fileprivate var referenceTable: String {
        let rows = filter { !$0.isLater }.map { rule in
            let name = rule.isRequired ? "**`\(rule.name)`**" : "`\(rule.name)`"
            return
                "| \(name) | \(rule.shape.reference)\(rule.isNullable ? ", or null" : "") | \(rule.defaultText) | \(rule.doc) |"
        }
        return (["| key | value | default | meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}

extension KeyRule {
    fileprivate var defaultText: String {
        switch fallback {
        case .number(let number)?: number.rounded() == number ? String(Int(number)) : String(number)
        case .word(let word)?: "`\(word)`"
        case .bool(let bool)?: String(bool)
        case nil: ""
        }
    }
}

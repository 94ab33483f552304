/// What a pass over one file gathers: findings, the names that the file defines, and where variables are read and set.
///
/// A fault never stops the pass; the decoder puts a harmless value in its place and goes on, so that one run tells
/// everything. A document is handed out only when no error was found.
final class DecodingContext {
    /// The most findings of one severity that are kept; a file that is wrong everywhere need not fill the memory.
    static let mostFindings = 1000

    /// How many unknown words are compared with all that are known; each costs time in the number of those.
    static let mostSuggestions = 200
    private var suggestions = 0

    let file: String
    let release: LanguageRelease
    private(set) var findings: [Finding] = []
    private var counts: [Finding.Severity: Int] = [:]
    var names = FileNames()
    var settings = FileSettings()
    var variables = VariableUse()
    /// The recordings that the file plays, wherever.
    var recordings: [RecordingUse] = []
    /// The keys of choices and named steps by the paths of their steps, and those of the file by their names.
    var keyPositions: [String: Position] = [:]
    /// The people, lists and schedules that something uses.
    var uses: Set<Use> = []
    /// The path of the step that is being decoded; texts outside steps have the key of the file.
    var path = ""
    /// Above zero inside something that is refused as a whole: its parts are not refused once more.
    private var refusals = 0

    init(file: String, release: LanguageRelease) {
        self.file = file
        self.release = release
    }

    /// How many errors were found.
    var errorCount: Int { counts[.error] ?? 0 }

    /// Notes a finding. `severity` is the rule's own unless a milder one is given.
    func report(
        _ rule: RuleID, at position: Position, _ message: String, fix: String? = nil,
        as milder: Finding.Severity? = nil
    ) {
        let severity = milder ?? rule.severity
        counts[severity, default: 0] += 1
        guard counts[severity, default: 0] <= Self.mostFindings else { return }
        findings.append(
            Finding(
                file: file, position: position, severity: severity, rule: rule, message: rule.cited(message), fix: fix))
    }

    /// Reports a word that is not known, with the nearest of those that are.
    func reportUnknown(
        _ rule: RuleID, at position: Position, word: String, _ message: String, among candidates: some Sequence<String>,
        otherwise hint: String = ""
    ) {
        guard let fix = nearest(to: word, among: candidates) else {
            return report(rule, at: position, message + hint)
        }
        report(rule, at: position, "\(message); did you mean \(Self.quoted(fix))?", fix: fix)
    }

    /// The nearest word, for the first unknown words of a file.
    func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        suggestions += 1
        return suggestions > Self.mostSuggestions ? nil : Suggestion.nearest(to: word, among: candidates)
    }

    /// Refuses a part of the language that this release lacks. Returns whether it did.
    @discardableResult
    func refuse(_ feature: Feature?, at position: Position, _ what: String) -> Bool {
        guard let feature, release.notYet.contains(feature) else { return false }
        if refusals == 0 { report(.notSupported, at: position, "\(what) is not supported by this release") }
        return true
    }

    /// Decodes the inside of something; when that was refused as a whole, nothing inside is refused once more.
    func inside<Result>(refused: Bool, _ body: () -> Result) -> Result {
        refusals += refused ? 1 : 0
        defer { refusals -= refused ? 1 : 0 }
        return body()
    }

    /// A word in quotes, cut and without control characters, as it may stand in a message.
    static func quoted(_ word: String, limit: Int = 60) -> String {
        let clean = word.unicodeScalars.prefix(limit).map { scalar in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
        }
        let isCut = word.unicodeScalars.dropFirst(limit).first != nil
        return "\"\(String(String.UnicodeScalarView(clean)))\(isCut ? "…" : "")\""
    }
}

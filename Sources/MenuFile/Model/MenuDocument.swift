/// One menu file, decoded and checked: everything a call needs to know about the line it came in on.
///
/// A document is an immutable value. A call keeps the version it began with to its end, whatever is loaded meanwhile.
public struct MenuDocument: Sendable {
    /// The file's name without folder and `.json`: `heating` for `agi://host/heating`.
    public let fileName: String
    /// `name`: the firm or the line, as it is spoken and as mail subjects have it.
    public let name: Text
    /// `start`: what happens to an ordinary call.
    public let start: Step
    /// `closed`: used instead of `start` when the schedule `office` is closed.
    public let closed: Step?
    /// `operator`: what 0, silence, confusion and failures lead to. A target or a list of them was made a `ring` step.
    public let operatorStep: Step
    /// `unanswered`: after a ring or queue that nobody took and that had no `otherwise`.
    /// Nil stands for the default: a phrase and a callback (§3.1).
    public let unanswered: Step?
    /// `steps` by their names.
    public let steps: [String: Step]
    /// `language`: at least one tag; the first is the default and the language of the staff.
    public let languages: [String]
    /// `voice` by language tag; a language without an entry speaks with its pack's default voice.
    public let voices: [String: VoiceSettings]
    /// `timezone`: an IANA name; nil: the server's.
    public let timeZone: String?
    /// `country`: two capital letters; nil: the server's.
    public let country: String?
    /// `people` in the order of the file.
    public let people: [Person]
    /// `dial`: the dial strings for inside and outside numbers.
    public let dial: DialTemplates
    /// `hours`: the schedules in the order of the file; a single one is called `office`.
    public let schedules: [Schedule]
    /// `holidays` in the order of the file.
    public let holidays: [Holiday]
    /// `callers`: the lists of callers in the order of the file.
    public let callers: [CallerList]
    /// `notices` in the order of the file.
    public let notices: [Notice]
    /// `callbacks`: the policies of the callback lists that the file writes out.
    public let callbackLists: [CallbackList]
    /// `keys`: the defaults of key handling.
    public let keys: KeySettings
    /// `limits`: the guards of one call.
    public let limits: CallLimits
    /// `show`: what the answering telephone displays unless a step says otherwise.
    public let show: Text
    /// `phrases`: the file's own wording, by language tag and phrase id.
    public let phrases: [String: [String: Text]]
    /// `variables`: constants and channel imports, in the order of the file.
    public let variables: [VariableImport]
    /// `lint`: thresholds, and rules that are not to be told.
    public let lint: LintSettings
    /// `answer`: false plays early media until a ring is answered.
    public let answer: Bool
    /// The variables that something in the file calls sensitive.
    public let sensitive: Set<String>
    /// Each `play` of the file, in the order in which they were read.
    public let recordings: [RecordingUse]

    /// The person of that name, if the file has one.
    public func person(_ name: String) -> Person? { people.first { $0.id == name } }

    /// The schedule of that name, if the file has one.
    public func schedule(_ name: String) -> Schedule? { schedules.first { $0.name == name } }

    /// The policy of that callback list, if the file writes one out.
    public func callbackList(_ name: String) -> CallbackList? { callbackLists.first { $0.id == name } }
}

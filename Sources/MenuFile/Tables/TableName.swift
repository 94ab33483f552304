/// The kinds of objects that the language has, each with its table.
enum TableName: String, Sendable, CaseIterable {
    case file, step, retry, offer, check, condition
    case recording, pause, tone, ssml
    case person, dial, callerList, notice, callbackList, keys, limits, voice, variable, lint
    case menu, collect, ring, queue, callback, voicemail, request, set, language, go, sequence, dialplan, gosub
    case directory, survey, notify
    case testFile, callTest, queueWorld, webReply, expectation, expectedCallback, expectedVoicemail

    /// The table of the object's keys; for a verb the keys of its own, without the verb itself and the modifiers.
    var table: ObjectTable {
        switch self {
        case .file: LanguageTables.file
        case .step: LanguageTables.stepWithoutVerb
        case .retry: LanguageTables.retry
        case .offer: LanguageTables.offer
        case .check: LanguageTables.check
        case .condition: LanguageTables.condition
        case .recording: LanguageTables.recording
        case .pause: LanguageTables.pause
        case .tone: LanguageTables.tone
        case .ssml: LanguageTables.ssml
        case .person: LanguageTables.person
        case .dial: LanguageTables.dial
        case .callerList: LanguageTables.callerList
        case .notice: LanguageTables.notice
        case .callbackList: LanguageTables.callbackList
        case .keys: LanguageTables.keys
        case .limits: LanguageTables.limits
        case .voice: LanguageTables.voice
        case .variable: LanguageTables.variable
        case .lint: LanguageTables.lint
        case .testFile: LanguageTables.testFile
        case .callTest: LanguageTables.callTest
        case .queueWorld: LanguageTables.queueWorld
        case .webReply: LanguageTables.webReply
        case .expectation: LanguageTables.expectation
        case .expectedCallback: LanguageTables.expectedCallback
        case .expectedVoicemail: LanguageTables.expectedVoicemail
        default: LanguageTables.steps[self] ?? LanguageTables.stepWithoutVerb
        }
    }

    /// The verbs of this release, in the order of §3.3.
    static let verbs: [TableName] = [
        .menu, .collect, .ring, .queue, .callback, .voicemail, .request, .set, .language, .go, .sequence, .dialplan,
        .gosub,
    ]

    /// The verbs that come with a later release.
    static let laterVerbs: [TableName] = [.directory, .survey, .notify]

    /// The objects of test files: no menu has them.
    static let ofCallTests: [TableName] = [
        .testFile, .callTest, .queueWorld, .webReply, .expectation, .expectedCallback, .expectedVoicemail,
    ]

    /// The objects that a menu file has.
    static let ofMenus = allCases.filter { !ofCallTests.contains($0) }

    /// The key of a verb in the file.
    var verbKey: String { self == .sequence ? "do" : rawValue }

    /// The verb of a key, of this release or a later one.
    static func verb(_ key: String) -> TableName? { verbsByKey[key] }

    private static let verbsByKey = Dictionary(uniqueKeysWithValues: (verbs + laterVerbs).map { ($0.verbKey, $0) })
}

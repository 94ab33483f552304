/// The rules of menu-format, parts 6 and 10, by their ids.
public enum RuleID: String, Sendable, CaseIterable {
    // Faults of the file's form.
    case jsonSyntax = "json-syntax"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case wrongType = "wrong-type"
    case missingKey = "missing-key"
    case badKey = "bad-key"
    case badValue = "bad-value"
    case badName = "bad-name"
    case twoVerbs = "two-verbs"
    case noVerb = "no-verb"
    case newerRelease = "newer-release"
    case notSupported = "not-supported"
    // Names and values that do not resolve.
    case unknownStep = "unknown-step"
    case unknownPerson = "unknown-person"
    case unknownLanguage = "unknown-language"
    case unknownSchedule = "unknown-schedule"
    case unknownFormat = "unknown-format"
    case unknownList = "unknown-list"
    case unknownNotice = "unknown-notice"
    case reservedName = "reserved-name"
    case badDate = "bad-date"
    case badTime = "bad-time"
    case badZone = "bad-zone"
    case neverOpen = "never-open"
    // Variables.
    case unknownVariable = "unknown-variable"
    case maybeMissing = "maybe-missing"
    case hostVariable = "host-variable"
    case dialVariable = "dial-variable"
    case sensitiveShown = "sensitive-shown"
    // Ways through the menu.
    case zeroDelayed = "zero-delayed"
    case keyClash = "key-clash"
    case operatorMissing = "operator-missing"
    case loop
    // Good practice that needs neither sounds nor test calls.
    case zeroTaken = "zero-taken"
    case tooManyChoices = "too-many-choices"
    case tooDeep = "too-deep"
    case choiceSilent = "choice-silent"
    case slowKey = "slow-key"
    case shortWait = "short-wait"
    case deadEnd = "dead-end"
    case ringBare = "ring-bare"
    case queueBare = "queue-bare"
    case closedMissing = "closed-missing"
    case closedSilent = "closed-silent"
    case nightChoice = "night-choice"
    case hoursOdd = "hours-odd"
    case holidaysStale = "holidays-stale"
    case callbackUnread = "callback-unread"
    case noticeStale = "notice-stale"
    case labelLost = "label-lost"
    case labelLong = "label-long"
    case jargon
    case generalOperator = "general-operator"
    case askedUnused = "asked-unused"
    case askedTwice = "asked-twice"
    case overConfirm = "over-confirm"
    case confirmMissing = "confirm-missing"
    case sensitiveHint = "sensitive-hint"
    case sensitiveSpoken = "sensitive-spoken"
    case callerIDTrust = "caller-id-trust"
    case requestQuiet = "request-quiet"
    case unreachable
    case unused
    case languageMissing = "language-missing"
    case recordingUntold = "recording-untold"
    case textDrift = "text-drift"
    case vipLate = "vip-late"
    // Rules that need sounds or test calls; they are named here so that `lint.ignore` knows them.
    case reachSlow = "reach-slow"
    case humanSlow = "human-slow"
    case selfServiceSlow = "self-service-slow"
    case firstChoiceLate = "first-choice-late"
    case menuLong = "menu-long"
    case promptLong = "prompt-long"
    case noInterrupt = "no-interrupt"
    case keyBeforeLabel = "key-before-label"
    case noticeLong = "notice-long"
    case missingSound = "missing-sound"
    case untested
}

extension RuleID {
    /// How bad a finding of this rule is.
    public var severity: Finding.Severity {
        switch self {
        case .jsonSyntax, .duplicateKey, .unknownKey, .wrongType, .missingKey, .badKey, .badValue, .badName, .twoVerbs,
            .noVerb, .newerRelease, .notSupported, .unknownStep, .unknownPerson, .unknownLanguage, .unknownSchedule,
            .unknownFormat, .unknownList, .unknownNotice, .reservedName, .badDate, .badTime, .badZone, .neverOpen,
            .unknownVariable, .hostVariable, .dialVariable, .sensitiveShown, .zeroDelayed, .keyClash,
            .operatorMissing, .loop, .missingSound:
            .error
        case .labelLong, .jargon, .overConfirm, .confirmMissing, .callerIDTrust, .requestQuiet, .untested: .info
        default: .warning
        }
    }
}

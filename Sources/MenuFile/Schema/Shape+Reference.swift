extension Shape {
    /// The shape as the reference writes it: `text`, `1…20`, `{name: step}`.
    var reference: String {
        switch self {
        case .any: "anything"
        case .bool: "true, false"
        case .integer(let range):
            range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)…\(range.upperBound)"
        case .number(let range): range.upperBound >= 1e15 ? "number" : Self.text(range)
        case .seconds(let range): Self.text(range) + " s"
        case .word(let words, _): MenuReference.code(words)
        case .string(let form): form.reference
        case .text: "text"
        case .step: "step"
        case .condition: "condition"
        case .target: "person, number or dial string"
        case .scalar: "value"
        case .list(let shape, _): "[\(shape.reference), …]"
        case .oneOrMany(let shape): "\(shape.reference), or a list"
        case .object(let table): "{\(table.table.names.joined(separator: ", "))}"
        case .map(let key, let shape, _): "{\(key.reference): \(shape.reference)}"
        case .schedules: "{day: hours}; {name: {day: hours}}"
        case .either(let shapes): shapes.map(\.reference).joined(separator: "; ")
        }
    }

    private static func text(_ range: ClosedRange<Double>) -> String {
        [range.lowerBound, range.upperBound].map { $0.rounded() == $0 ? String(Int($0)) : String($0) }
            .joined(separator: "…")
    }
}

extension StringForm {
    /// The form in words.
    fileprivate var reference: String {
        switch self {
        case .plain: "string"
        case .template, .header: "string with variables"
        case .variable: "name of a variable"
        case .stepName: "name of a step"
        case .scheduleName: "name of a schedule"
        case .noticeName: "name of a notice"
        case .languageTag: "language tag"
        case .languageOrAsk: "language tag, or `ask`"
        case .zone: "time zone"
        case .country: "two capital letters"
        case .acceptedNumber: "country or prefix"
        case .address: "e-mail address"
        case .mailTarget: "person or e-mail address"
        case .callbackTarget: "list, person or e-mail address"
        case .callerTest: "list or pattern of numbers"
        case .pattern: "pattern of numbers (`+48 22 555*`)"
        case .voiceName: "voice"
        case .reason: "reason"
        default: technical
        }
    }

    private var technical: String {
        switch self {
        case .url: "URL"
        case .requestLine: "`METHOD url`"
        case .dialTemplate: "dial string with `{number}`"
        case .dialString: "device (`PJSIP/201`)"
        case .mailbox: "mailbox (`201@default`)"
        case .daySpans: "hours"
        case .dateTime: "`2026-03-03 18:00`"
        case .comparison: "comparison (`>= 2`)"
        case .digitCount: "`6-8`"
        case .key: "key"
        case .location: "`context,exten,prio`"
        case .channelVariable: "channel variable"
        case .replyPath: "path (`visits[0].date`)"
        case .queueName: "name in Asterisk"
        case .recording: "file below the menu's folder"
        case .entryPattern: "`^regular expression$`"
        default: rawValue
        }
    }
}

extension KeyForm {
    fileprivate var reference: String {
        switch self {
        case .name, .step, .callers: "name"
        case .language: "tag"
        case .variable, .assigned: "variable"
        case .choice: "key"
        case .day: "day"
        case .date: "date"
        case .pattern: "pattern"
        case .header: "header"
        case .any: "key"
        case .phrase: "phrase"
        case .rule: "rule"
        }
    }
}

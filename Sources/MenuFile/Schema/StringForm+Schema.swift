extension StringForm {
    /// The schema of a string of this form; what only the whole file can tell is left to the reader.
    var schema: SchemaNode {
        switch self {
        case .country: return ["enum": .strings(Countries.codes.sorted())]
        case .acceptedNumber:
            return ["anyOf": [StringForm.country.schema, Self.string(#"^\+ *(?:[0-9] *){1,15}$"#)]]
        default: break
        }
        let node = pattern.map(Self.string) ?? ["type": "string"]
        return examples.isEmpty ? node : node.with([("examples", .strings(examples))])
    }

    private static func string(_ pattern: String) -> SchemaNode {
        ["type": "string", "pattern": .string(pattern)]
    }

    /// What every string of this form matches; nil: nothing that a pattern could say.
    private var pattern: String? {
        switch self {
        case .plain, .stepName, .scheduleName, .noticeName, .callerTest: nil
        case .template: SchemaPattern.text
        case .header: SchemaPattern.headerValue
        case .variable: "^\(KeyForm.assigned.pattern ?? "")$"
        case .languageTag: "^(?!ask$)\(SchemaPattern.tag)$"
        case .languageOrAsk: "^\(SchemaPattern.tag)$"
        case .zone: "^(?:UTC|GMT|[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)+)$"
        case .daySpans: "^(?:all day|closed|\(SchemaPattern.spans))$"
        case .dateTime: SchemaPattern.dateTime
        case .pattern: SchemaPattern.numbers
        case .comparison: SchemaPattern.comparison
        case .digitCount: "^ *(?:0?[1-9]|1[0-9]|20) *(?:- *(?:0?[1-9]|1[0-9]|20) *)?$"
        case .key: "^[0-9*#]?$"
        case .reason: #"[^ \t\n\r]"#
        default: pathPattern
        }
    }

    private var pathPattern: String? {
        let controls = SchemaPattern.controls
        return switch self {
        case .address: "^\(SchemaPattern.address)$"
        case .mailTarget, .callbackTarget: "^(?:[^@]*|\(SchemaPattern.address))$"
        case .url: SchemaPattern.url
        case .requestLine: SchemaPattern.requestLine
        case .dialTemplate: "^(?=[^/]*/)[^{\(controls)]*\\{ *number *\\}[^{\(controls)]*$"
        case .dialString: "^[^{\(controls)]*/[^{\(controls)]*$"
        case .mailbox: "^[A-Za-z0-9_-]+(?:@[A-Za-z0-9_-]+)?$"
        case .location: SchemaPattern.location
        case .channelVariable: SchemaPattern.channelVariable
        case .replyPath: SchemaPattern.replyPath
        case .queueName: "^[^,|&()${}\"\\\\;\(controls)]+$"
        case .voiceName: #"^(?!/)(?!.*\.\.)[A-Za-z0-9+_/!-]{1,64}$"#
        case .recording: "^(?!/)(?!(?:.*/)?\\.\\.(?:/|$))[^{\\\\\(controls)]+$"
        case .entryPattern: "^(?:luhn|\\^.*\\$)$"
        default: nil
        }
    }

    /// What editors offer.
    private var examples: [String] {
        switch self {
        case .stepName: DecodingContext.reservedSteps
        case .languageTag: LanguagePack.builtInLanguages
        case .languageOrAsk: LanguagePack.builtInLanguages + ["ask"]
        case .zone: ["Europe/London", "Europe/Warsaw", "America/New_York"]
        case .daySpans: ["8:00-17:00", "8:00-12:30, 13:00-17:00", "all day", "closed"]
        case .dateTime: ["2026-03-03 18:00"]
        case .requestLine: ["GET https://", "POST https://"]
        case .dialTemplate: ["PJSIP/{number}", "Local/{number}@from-internal"]
        case .mailbox: ["201@default"]
        case .comparison: [">= 2"]
        case .location: ["from-internal,100,1"]
        case .pattern: ["+44 20 7946*"]
        default: []
        }
    }
}

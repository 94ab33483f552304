/// What a value of the language may be. Tables are made of these; the reader and the schema follow them.
indirect enum Shape: Sendable {
    /// Anything: comments and own data.
    case any
    /// `true` or `false`.
    case bool
    /// A whole number within bounds.
    case integer(ClosedRange<Int>)
    /// A number within bounds.
    case number(ClosedRange<Double>)
    /// Seconds within bounds, decimals allowed.
    case seconds(ClosedRange<Double>)
    /// One of these words; the later ones come with a later release.
    case word([String], later: [String] = [])
    /// A string of a certain form.
    case string(StringForm)
    /// A Text (§3.2).
    case text
    /// A Step (§3.3).
    case step
    /// A Cond (§3.6).
    case condition
    /// A Target.
    case target
    /// A string, a number or a truth value, compared as text.
    case scalar
    /// A list of these, as long as that at the least.
    case list(Shape, atLeast: Int = 0)
    /// One of these or a list of them.
    case oneOrMany(Shape)
    /// An object of a table.
    case object(TableName)
    /// An object whose keys are data; where all of them are, it has as many as that at the least.
    case map(KeyForm, Shape, atLeast: Int = 0)
    /// A schedule, or schedules by name: the latter when every value is an object (part 10).
    case schedules
    /// One of several shapes.
    case either([Shape])
}

/// What a string stands for; its exact check is the reader's.
enum StringForm: String, Sendable, CaseIterable {
    case plain, template, header, variable, stepName, scheduleName, noticeName, languageTag, languageOrAsk, zone,
        country
    case address, url, requestLine, dialTemplate, dialString, mailbox, daySpans, dateTime, pattern, callerTest
    case comparison, digitCount, key, location, channelVariable, replyPath, callbackTarget, mailTarget, reason
    case queueName, voiceName, recording, entryPattern, acceptedNumber
}

/// What the keys of an object are, where they are data.
enum KeyForm: String, Sendable, CaseIterable {
    case name, step, callers, language, variable, assigned, choice, day, date, pattern, header, any, phrase, rule

    /// Whether every key is data, so that there are no comments among them (part 10).
    var isAllData: Bool {
        switch self {
        case .assigned, .pattern, .header, .any: true
        case .name, .step, .callers, .language, .variable, .choice, .day, .date, .phrase, .rule: false
        }
    }
}

extension Shape {
    /// The shape in words, as `wrong-type` says what was expected: "a number of seconds".
    var expectation: String {
        switch self {
        case .any: "anything"
        case .bool: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .seconds: "a number of seconds"
        case .word(let words, _): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
        case .string: "a string"
        case .text: "a text"
        case .step: "a step: a name, a list or an object"
        case .condition: "a condition: a string or an object"
        case .target: "a person, a number or a dial string"
        case .scalar: "a value"
        case .list: "a list"
        case .oneOrMany(let shape): "\(shape.expectation) or a list of them"
        case .object, .map, .schedules: "an object"
        case .either(let shapes):
            shapes.map(\.expectation).reduce(into: []) { all, one in
                if !all.contains(one) { all.append(one) }
            }.joined(separator: ", or ")
        }
    }
}

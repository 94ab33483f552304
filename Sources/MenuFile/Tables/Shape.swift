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
    /// A list of these.
    case list(Shape)
    /// One of these or a list of them.
    case oneOrMany(Shape)
    /// An object of a table.
    case object(TableName)
    /// An object whose keys are data.
    case map(KeyForm, Shape)
    /// One of several shapes.
    case either([Shape])
}

/// What a string stands for; its exact check is the reader's.
enum StringForm: String, Sendable {
    case plain, name, variable, stepName, scheduleName, listName, noticeName, languageTag, zone, country
    case address, url, requestLine, dialTemplate, dialString, mailbox, daySpans, dateTime, pattern, comparison
    case digitCount, key, location, channelVariable, replyPath, callbackTarget, mailTarget, reason, queueName
}

/// What the keys of an object are, where they are data.
enum KeyForm: String, Sendable {
    case name, language, variable, choice, day, date, pattern, header, any, phrase, rule
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
        case .list: "a list"
        case .oneOrMany(let shape): "\(shape.expectation) or a list of them"
        case .object, .map: "an object"
        case .either(let shapes):
            shapes.map(\.expectation).reduce(into: []) { all, one in
                if !all.contains(one) { all.append(one) }
            }.joined(separator: ", or ")
        }
    }
}

/// Telephones, queues and web services of a test.
extension CallTestDecoder {
    func people(_ reader: ObjectReader) -> [String: CallTest.Telephone] {
        var people: [String: CallTest.Telephone] = [:]
        for member in context.entries(reader, "people") {
            checkPerson(member.key, at: member.keyPosition)
            guard let text = string(member, in: "people") else { continue }
            guard let telephone = CallTest.Telephone(text) else {
                context.reportUnknown(
                    .badValue, at: member.value.position, word: text,
                    "a telephone \"answers\", \"answers after 6\", is \"busy\", \"offline\" or \"no-answer\", not "
                        + DecodingContext.quoted(text), among: CallTest.Telephone.words)
                continue
            }
            people[member.key] = telephone
        }
        return people
    }

    /// Checks who is rung: a person of the menu, a number or a dial string.
    func checkPerson(_ name: String, at position: Position) {
        let known = menu.people.map(\.id)
        if known.contains(name) || name.contains("/") || DecodingContext.number(name) != nil { return }
        context.reportUnknown(
            .unknownPerson, at: position, word: name,
            "\(DecodingContext.quoted(name)) is not in the menu's people, no number and no dial string", among: known)
    }

    func queues(_ reader: ObjectReader) -> [String: CallTest.Queue] {
        let known = menu.allSteps.compactMap(\.queueName)
        var queues: [String: CallTest.Queue] = [:]
        for member in context.entries(reader, "queues") {
            if !known.contains(member.key) {
                context.reportUnknown(
                    .badValue, at: member.keyPosition, word: member.key,
                    "\(DecodingContext.quoted(member.key)) is no queue that the menu uses", among: known)
            }
            queues[member.key] = queue(member.value)
        }
        return queues
    }

    private func queue(_ value: JSONValue) -> CallTest.Queue? {
        guard case .string(let word) = value.content else {
            return reader(value, LanguageTables.queueWorld).map { reader in
                .serves(
                    waiting: reader.integer("waiting"), answersAfter: reader.optionalSeconds("answers after"))
            }
        }
        switch word {
        case "full": return .full
        case "empty": return .empty
        default:
            context.reportUnknown(
                .badValue, at: value.position, word: word,
                "a queue is \"full\", \"empty\" or an object, not \(DecodingContext.quoted(word))",
                among: ["full", "empty"])
            return nil
        }
    }

    func web(_ reader: ObjectReader) -> [CallTest.WebRule] {
        guard let value = reader.value("web") else { return [] }
        guard case .array(let elements) = value.content else {
            reader.wrongType("web", value)
            return []
        }
        return elements.compactMap { element in
            self.reader(element, LanguageTables.webReply).flatMap { rule($0) }
        }
    }

    private func rule(_ reader: ObjectReader) -> CallTest.WebRule? {
        if reader.has("json"), let member = reader.member("text") {
            context.report(.badValue, at: member.keyPosition, "a reply has either \"json\" or \"text\", not both")
        }
        let body = reader.value("json").map(\.jsonText) ?? reader.string("text") ?? ""
        let status = reader.integer("status")
        let takes = reader.seconds("takes")
        guard let text = reader.string("for"), let value = reader.value("for"),
            let pattern = pattern(text, at: value.position)
        else { return nil }
        return CallTest.WebRule(pattern: pattern, body: body, status: status, takes: takes)
    }

    /// "GET */visits/*".
    func pattern(_ text: String, at position: Position) -> RequestPattern? {
        if let pattern = RequestPattern(text) { return pattern }
        context.report(
            .badValue, at: position,
            "\(DecodingContext.quoted(text)) is no request: expected a method and a URL as \"GET */visits/*\", * for "
                + "anything")
        return nil
    }
}

extension CallTest.Telephone {
    static let words = ["answers", "busy", "offline", "no-answer"]

    /// Reads "answers", "answers after 6", "busy", "offline" or "no-answer"; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "answers": self = .usual
        case "busy": self = .busy
        case "offline": self = .offline
        case "no-answer": self = .noAnswer
        default:
            guard text.hasPrefix("answers after "), let time = CallTestDecoder.seconds(text.dropFirst(14)) else {
                return nil
            }
            self = .answers(after: time)
        }
    }
}

extension Step {
    /// The queue in which the step lets callers wait.
    var queueName: String? {
        if case .queue(let queue)? = verb { queue.queue } else { nil }
    }
}

/// What is expected of a call.
extension CallTestDecoder {
    func expectation(_ reader: ObjectReader) -> CallTest.Expectation {
        var expect = CallTest.Expectation()
        guard let value = reader.value("expect"), let reader = self.reader(value, LanguageTables.expectation) else {
            return expect
        }
        expect.reaches = wanted(reader, "reaches") { reader.plainString($0).map { taker($0, reader) } }
        expect.shows = reader.string("shows")
        expect.whispers = reader.string("whispers")
        expect.callback = wanted(reader, "callback") { _ in callback(reader) }
        expect.voicemail = wanted(reader, "voicemail") { _ in voicemail(reader) }
        expect.email = wanted(reader, "email") { email(reader, $0) }
        expect.requests =
            reader.has("requests")
            ? strings(reader, "requests").compactMap { pattern($0.text, at: $0.position) } : nil
        expect.path = reader.string("path")
        expect.variables = variables(reader)
        expect.language = language(reader)
        expect.ends = reader.has("ends") ? reader.word("ends").flatMap { CallTest.Ending(rawValue: $0) } : nil
        expect.within = reader.optionalSeconds("within")
        expect.says = oneOrMany(reader, "says").map(\.text)
        expect.never = oneOrMany(reader, "never").map(\.text)
        return expect
    }

    /// `null`, or what `read` makes of the value.
    private func wanted<Value>(
        _ reader: ObjectReader, _ key: String, _ read: (String) -> Value?
    ) -> CallTest.Wanted<Value>? {
        guard let value = reader.value(key) else { return nil }
        if case .null = value.content { return CallTest.Wanted.none }
        return read(key).map { .some($0) }
    }

    /// Checks who takes a call: a person, a number, a dial string, a queue or a place in the dialplan.
    private func taker(_ name: String, _ reader: ObjectReader) -> String {
        guard let value = reader.value("reaches") else { return name }
        let queues = menu.allSteps.compactMap(\.queueName)
        let people = menu.people.map(\.id)
        let isKnown =
            queues.contains(name) || people.contains(name) || name.contains("/") || name.contains(",")
            || DecodingContext.number(name) != nil
        if !isKnown {
            context.reportUnknown(
                .unknownPerson, at: value.position, word: name,
                "\(DecodingContext.quoted(name)) is no person, number, queue or dialplan place of the menu",
                among: people + queues)
        }
        return name
    }

    private func callback(_ reader: ObjectReader) -> CallTest.Callback? {
        guard let value = reader.value("callback"), let inner = self.reader(value, LanguageTables.expectedCallback)
        else { return nil }
        var callback = CallTest.Callback()
        if let list = inner.string("list"), let value = inner.value("list") {
            checkList(list, at: value.position)
            callback.list = list
        }
        if let number = inner.value("number") {
            if case .null = number.content {
                callback.number = .some(nil)
            } else {
                callback.number = inner.plainString("number")
            }
        }
        callback.confirmed = inner.optionalBool("confirmed")
        callback.status = inner.has("status") ? inner.word("status") : nil
        return callback
    }

    private func voicemail(_ reader: ObjectReader) -> CallTest.Voicemail? {
        guard let value = reader.value("voicemail"), let inner = self.reader(value, LanguageTables.expectedVoicemail)
        else { return nil }
        var voicemail = CallTest.Voicemail()
        if let name = inner.string("to"), let value = inner.value("to") {
            checkMailed(name, at: value.position)
            voicemail.to = name
        }
        voicemail.seconds = inner.number("seconds")
        return voicemail
    }

    private func email(_ reader: ObjectReader, _ key: String) -> [String]? {
        let names = oneOrMany(reader, key)
        for (name, position) in names { checkMailed(name, at: position) }
        return names.map(\.text)
    }

    private func checkMailed(_ name: String, at position: Position) {
        if name.contains("@") || menu.person(name) != nil { return }
        context.reportUnknown(
            .unknownPerson, at: position, word: name,
            "\(DecodingContext.quoted(name)) is not in the menu's people, nor an e-mail address",
            among: menu.people.map(\.id))
    }

    private func variables(_ reader: ObjectReader) -> [CallTest.Variable] {
        context.entries(reader, "variables").compactMap { member in
            if case .null = member.value.content { return CallTest.Variable(name: member.key, value: nil) }
            return string(member, in: "variables").map { CallTest.Variable(name: member.key, value: $0) }
        }
    }

    private func language(_ reader: ObjectReader) -> String? {
        guard let tag = reader.string("language"), let value = reader.value("language") else { return nil }
        if !menu.languages.contains(tag) {
            context.reportUnknown(
                .unknownLanguage, at: value.position, word: tag,
                "\(DecodingContext.quoted(tag)) is not in the menu's \"language\"", among: menu.languages)
        }
        return tag
    }
}

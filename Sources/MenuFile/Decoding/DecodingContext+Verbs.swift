extension DecodingContext {
    /// Decodes a verb with its fields. Nil when its value is no good.
    func verb(_ verb: TableName, _ reader: ObjectReader) -> Verb? {
        guard let value = reader.value(verb.verbKey) else { return nil }
        let refused = reader.refuse(verb.verbKey)
        return inside(refused: refused) {
            switch verb {
            case .menu: return menu(value, reader).map(Verb.menu)
            case .ring: return .ring(ring(value, reader))
            case .callback: return callback(value, reader).map(Verb.callback)
            case .voicemail: return voicemail(value, reader).map(Verb.voicemail)
            case .go: return destination(reader, "go").map(Verb.go)
            case .sequence: return sequence(value, reader)
            case .collect: return collect(value, reader).map(Verb.collect)
            case .queue: return queue(reader).map(Verb.queue)
            case .request: return request(value, reader).map(Verb.request)
            case .set: return assignments(value, reader).map(Verb.set)
            case .language: return language(value, reader).map(Verb.language)
            case .dialplan: return location(reader, "dialplan").map(Verb.dialplan)
            case .gosub: return gosub(reader).map(Verb.gosub)
            default: return nil
            }
        }
    }

    private func sequence(_ value: JSONValue, _ reader: ObjectReader) -> Verb? {
        guard case .array(let elements) = value.content else {
            reader.wrongType("do", value)
            return nil
        }
        return .sequence(steps(elements, at: value.position, path: "\(path).do"))
    }

    private func ring(_ value: JSONValue, _ reader: ObjectReader) -> RingVerb {
        let rounds = reader.integer("rounds", default: 1)
        if rounds > 1, let member = reader.member("rounds") {
            refuse(.rounds, at: member.keyPosition, "\"rounds\" above 1")
        }
        return RingVerb(
            targets: targets(value, of: "ring"), order: reader.word("order") == "together" ? .together : .inTurn,
            seconds: reader.seconds("seconds"), rounds: rounds, skipBusy: reader.bool("skip-busy"),
            show: reader.value("show").map { text($0, for: .staff) }, whisper: whisper(reader),
            music: reader.optionalBool("music"))
    }

    func whisper(_ reader: ObjectReader) -> Text? {
        reader.refuse("whisper")
        return reader.value("whisper").map { text($0, for: .staff) }
    }

    private func callback(_ value: JSONValue, _ reader: ObjectReader) -> CallbackVerb? {
        let list = callbackTarget(value, of: "callback", listsToo: true)
        _ = reader.word("time")
        let ask = reader.word("number") == "ask"
        let reason = reader.value("reason").map { text($0, for: .sent) }
        let voiceNote = reader.bool("voice-note")
        let thanks = reader.value("thanks").map { text($0, for: .speech) }
        return list.map { CallbackVerb(list: $0, ask: ask, reason: reason, voiceNote: voiceNote, thanks: thanks) }
    }

    private func voicemail(_ value: JSONValue, _ reader: ObjectReader) -> VoicemailVerb? {
        let to = callbackTarget(value, of: "voicemail", listsToo: false)
        if case .person(let name)? = to, let contact = names.contacts[name], contact.email.isEmpty,
            contact.hasMailbox
        {
            refuse(.mailbox, at: value.position, "a person's mailbox")
        }
        let subject = reader.value("subject").map { text($0, for: .sent) }
        let thanks = reader.value("thanks").map { text($0, for: .speech) }
        let (longest, silence) = (reader.seconds("max"), reader.seconds("silence"))
        let (shortest, beep, review) = (reader.seconds("min"), reader.bool("beep"), reader.bool("review"))
        if shortest > longest, let value = reader.value("min") ?? reader.value("max") {
            report(.badValue, at: value.position, "\"min\" is above \"max\": no message would ever be kept")
        }
        return to.map {
            VoicemailVerb(
                to: $0, longest: longest, silence: silence, shortest: shortest, beep: beep, review: review,
                subject: subject, thanks: thanks)
        }
    }
}

extension CallTestDecoder {
    func world(_ reader: ObjectReader) -> CallTest.World {
        var world = CallTest.World()
        world.at = moment(reader)
        let from = reader.plainString("from")
        world.from = from == "hidden" ? nil : from
        world.caller = reader.plainString("caller")
        world.called = reader.plainString("called")
        world.language = reader.plainString("language")
        world.arguments = values(reader, "args")
        world.channel = values(reader, "channel")
        world.notices = notices(reader)
        world.switches = switches(reader)
        world.callsToday = reader.integer("calls-today")
        world.dice = reader.number("dice").map { Int($0) }
        world.people = people(reader)
        world.queues = queues(reader)
        world.web = web(reader)
        world.listed = listed(reader)
        world.recordsBroken = isBroken(reader)
        return world
    }

    private func moment(_ reader: ObjectReader) -> LocalDateTime? {
        guard let text = reader.string("at"), let value = reader.value("at") else {
            if !reader.has("at"), !menu.schedules.isEmpty {
                context.report(.missingKey, at: reader.position, "\"at\" is missing: the menu has hours")
            }
            return nil
        }
        do throws(HoursError) {
            return try LocalDateTime(text)
        } catch {
            var rule = RuleID.badTime
            if case .badDate = error { rule = .badDate }
            context.report(
                rule, at: value.position,
                "\(DecodingContext.quoted(text)) is no moment: expected \"2026-12-24 11:30\", perhaps with seconds "
                    + "and +01:00")
            return nil
        }
    }

    private func values(_ reader: ObjectReader, _ key: String) -> [String: String] {
        var values: [String: String] = [:]
        for member in context.entries(reader, key) { values[member.key] = string(member, in: key) }
        return values
    }

    private func notices(_ reader: ObjectReader) -> [String] {
        let known = menu.notices.map(\.id)
        return strings(reader, "notices").map { name, position in
            if !known.contains(name) {
                context.reportUnknown(
                    .unknownNotice, at: position, word: name,
                    "\(DecodingContext.quoted(name)) is not in the menu's notices", among: known)
            }
            return name
        }
    }

    private func switches(_ reader: ObjectReader) -> [String: Bool] {
        let known = menu.schedules.map(\.name)
        var switches: [String: Bool] = [:]
        for member in context.entries(reader, "switch") {
            if !known.contains(member.key) {
                context.reportUnknown(
                    .unknownSchedule, at: member.keyPosition, word: member.key,
                    "\(DecodingContext.quoted(member.key)) is not in the menu's hours", among: known)
            }
            guard let word = string(member, in: "switch") else { continue }
            guard ["open", "closed"].contains(word) else {
                context.reportUnknown(
                    .badValue, at: member.value.position, word: word,
                    "a schedule is switched \"open\" or \"closed\", not \(DecodingContext.quoted(word))",
                    among: ["open", "closed"])
                continue
            }
            switches[member.key] = word == "open"
        }
        return switches
    }

    private func listed(_ reader: ObjectReader) -> [String: Int] {
        var listed: [String: Int] = [:]
        for member in context.entries(reader, "listed") {
            checkList(member.key, at: member.keyPosition)
            guard case .number(let text) = member.value.content, let place = Int(text), (1...10_000).contains(place)
            else {
                context.report(
                    .badValue, at: member.value.position,
                    "\(DecodingContext.quoted(member.key)) in \"listed\" needs the place on the list, from 1")
                continue
            }
            listed[member.key] = place
        }
        return listed
    }

    private func isBroken(_ reader: ObjectReader) -> Bool {
        let words = strings(reader, "broken")
        for (word, position) in words where word != "records" {
            context.reportUnknown(
                .badValue, at: position, word: word,
                "only \"records\" can be broken, not \(DecodingContext.quoted(word))",
                among: ["records"])
        }
        return !words.isEmpty
    }

    /// Checks the name of a callback list: one of the file, a person or an address.
    func checkList(_ name: String, at position: Position) {
        let lists = menu.callbackLists.map(\.id) + menu.people.map(\.id)
        if name.contains("@") || name == "missed" || lists.contains(name) { return }
        context.reportUnknown(
            .unknownPerson, at: position, word: name,
            "\(DecodingContext.quoted(name)) is no callback list, person or e-mail address", among: lists)
    }
}

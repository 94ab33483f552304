extension DecodingContext {
    /// Decodes a condition (§3.6).
    func condition(_ value: JSONValue) -> Condition? {
        switch value.content {
        case .string(let string): return word(string, at: value.position)
        case .object(let members): return conditions(members, at: value.position)
        default:
            report(.wrongType, at: value.position, "a condition needs a string or an object, not \(value.kindName)")
            return nil
        }
    }

    private func word(_ string: String, at position: Position) -> Condition? {
        if string.hasPrefix("not ") { return plainWord(String(string.dropFirst(4)), at: position).map(Condition.not) }
        return plainWord(string, at: position)
    }

    private func plainWord(_ string: String, at position: Position) -> Condition? {
        switch string {
        case "open", "closed":
            checkSchedule(nil, at: position)
            return string == "open" ? .open(schedule: nil) : .closed(schedule: nil)
        case "holiday", "anonymous", "called-today":
            refuse(.conditions, at: position, "the condition \"\(string)\"")
            if string == "holiday" { return .holiday }
            return string == "anonymous" ? .anonymous : .callsToday(.init(sign: ">=", number: 1))
        default:
            guard names.callers.contains(string) else { return unknownWord(string, at: position) }
            uses.insert(.callers(string))
            refuse(.conditions, at: position, "the condition \(Self.quoted(string))")
            return .caller(lists: [string], patterns: [])
        }
    }

    private func unknownWord(_ string: String, at position: Position) -> Condition? {
        guard names.callers.accepts(string) == false else { return nil }
        reportUnknown(
            .unknownList, at: position, word: string,
            "\(Self.quoted(string)) is no condition and no list of callers",
            among: LanguageTables.conditionWords + names.callers.names)
        return nil
    }

    /// Checks a schedule's name; nil stands for `office`.
    func checkSchedule(_ name: String?, at position: Position) {
        let wanted = name ?? "office"
        uses.insert(.schedule(wanted))
        guard names.schedules.accepts(wanted) == false else { return }
        if name == nil, names.schedules.names.isEmpty {
            return report(.unknownSchedule, at: position, "there is no schedule \"office\": \"hours\" is missing")
        }
        reportUnknown(
            .unknownSchedule, at: position, word: wanted, "\(Self.quoted(wanted)) is no schedule of \"hours\"",
            among: names.schedules.names)
    }

    private func conditions(_ members: [JSONMember], at position: Position) -> Condition? {
        let isVariable = { (member: JSONMember) in member.key.hasPrefix("{") }
        let reader = ObjectReader(
            self, LanguageTables.condition, members: members.filter { !isVariable($0) }, at: position)
        let variables = members.filter(isVariable)
        let all = (reader.ordered + variables).sorted { $0.keyPosition < $1.keyPosition }
        if all.isEmpty, !reader.hasUnknownKeys {
            report(.badValue, at: position, "a condition needs at least one test")
        }
        let conditions = all.compactMap { isVariable($0) ? variableTest($0) : test($0, of: reader) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private func test(_ member: JSONMember, of reader: ObjectReader) -> Condition? {
        let refused = reader.refuse(member.key)
        return inside(refused: refused) {
            switch member.key {
            case "open", "closed":
                guard let name = reader.string(member.key) else { return nil }
                checkSchedule(name, at: member.value.position)
                return member.key == "open" ? .open(schedule: name) : .closed(schedule: name)
            case "caller": return callers(reader)
            case "called": return .called(patterns: patterns(reader, "called", reader.oneOrMany("called")))
            case "language": return .language(languages(reader))
            case "notice": return notice(reader, at: member.value.position)
            case "calls-today": return callsToday(member.value, reader)
            case "share": return reader.number("share").map(Condition.share)
            case "not": return condition(member.value).map(Condition.not)
            default: return group(member)
            }
        }
    }

    private func callsToday(_ value: JSONValue, _ reader: ObjectReader) -> Condition? {
        if case .number = value.content, reader.number("calls-today") == nil { return nil }
        return comparison(value, of: "calls-today").map(Condition.callsToday)
    }

    private func group(_ member: JSONMember) -> Condition? {
        guard case .array(let elements) = member.value.content else {
            report(
                .wrongType, at: member.value.position,
                "\"\(member.key)\" needs a list of conditions, not \(member.value.kindName)")
            return nil
        }
        if elements.isEmpty {
            report(.badValue, at: member.value.position, "\"\(member.key)\" needs at least one condition")
        }
        let conditions = elements.compactMap { condition($0) }
        return member.key == "any" ? .any(conditions) : .all(conditions)
    }

    private func notice(_ reader: ObjectReader, at position: Position) -> Condition? {
        guard let name = reader.string("notice") else { return nil }
        if !names.notices.accepts(name) {
            reportUnknown(
                .unknownNotice, at: position, word: name, "\(Self.quoted(name)) is not in notices",
                among: names.notices.names)
        }
        return .notice(name)
    }

    private func languages(_ reader: ObjectReader) -> [String] {
        reader.oneOrMany("language").compactMap { value in
            guard case .string(let tag) = value.content else {
                reader.wrongType("language", value)
                return nil
            }
            checkLanguage(tag, at: value.position)
            return tag
        }
    }

    /// Checks that a tag is a language of the file.
    func checkLanguage(_ tag: String, at position: Position, besides words: [String] = []) {
        guard names.languages.accepts(tag) == false, !words.contains(tag) else { return }
        reportUnknown(
            .unknownLanguage, at: position, word: tag, "\(Self.quoted(tag)) is not in \"language\"",
            among: names.languages.names + words)
    }
}

extension DecodingContext {
    func callerLists(_ reader: ObjectReader) -> [CallerList] {
        let refused = reader.refuse("callers")
        return inside(refused: refused) {
            entries(reader, "callers").compactMap { member in
                checkName(
                    member, reserved: LanguageTables.conditionWords,
                    "cannot name a list of callers: it is a condition of its own")
                keyPositions["callers.\(member.key)"] = member.keyPosition
                path = "callers.\(member.key)"
                guard let inner = entry(member, "a list of callers", LanguageTables.callerList) else { return nil }
                return CallerList(
                    id: member.key, numbers: numbers(inner),
                    label: inner.value("label").map { text($0, for: .label) }, go: startingStep(inner))
            }
        }
    }

    /// `go` of a list: at the start of a call there is no menu to go back to.
    private func startingStep(_ reader: ObjectReader) -> Destination? {
        guard let value = reader.value("go"), let destination = destination(reader, "go") else { return nil }
        guard destination == .back || destination == .again else { return destination }
        report(.badValue, at: value.position, "there is no menu yet to go back to when a call starts")
        return nil
    }

    /// A reader of an entry that must be an object.
    func entry(_ member: JSONMember, _ what: String, _ table: ObjectTable) -> ObjectReader? {
        guard case .object(let members) = member.value.content else {
            report(.wrongType, at: member.value.position, "\(what) needs an object, not \(member.value.kindName)")
            return nil
        }
        return ObjectReader(self, table, members: members, at: member.value.position)
    }

    private func numbers(_ reader: ObjectReader) -> [CallerList.Entry] {
        guard let value = reader.value("numbers") else { return [] }
        switch value.content {
        case .array(let elements): return patterns(reader, "numbers", elements).map { .init(pattern: $0, name: nil) }
        case .object(let members):
            return members.compactMap { member in
                guard case .string(let name) = member.value.content else {
                    report(
                        .wrongType, at: member.value.position,
                        "the name of a caller needs a string, not \(member.value.kindName)")
                    return nil
                }
                if !Self.isNumberPattern(member.key) {
                    report(.badKey, at: member.keyPosition, "\(Self.quoted(member.key)) is no pattern of numbers")
                }
                return .init(pattern: member.key, name: name)
            }
        default:
            reader.wrongType("numbers", value)
            return []
        }
    }

    func notices(_ reader: ObjectReader) -> [Notice] {
        let refused = reader.refuse("notices")
        return inside(refused: refused) {
            entries(reader, "notices").compactMap { member in
                checkName(member)
                keyPositions["notices.\(member.key)"] = member.keyPosition
                path = "notices.\(member.key)"
                return entry(member, "a notice", LanguageTables.notice).map { notice(member, $0) }
            }
        }
    }

    private func notice(_ member: JSONMember, _ reader: ObjectReader) -> Notice {
        if let name = reader.string("before"), let value = reader.value("before") {
            let entries = ["start", "closed", "operator"].filter { $0 != "closed" || names.hasClosed }
            if !entries.contains(name), !names.steps.accepts(name) {
                reportUnknown(
                    .unknownStep, at: value.position, word: name, "\(Self.quoted(name)) is not in steps",
                    among: names.steps.names + entries)
            }
        }
        checkOrder(reader)
        return Notice(
            id: member.key, say: reader.value("say").map { text($0, for: .speech) } ?? .none,
            on: reader.optionalBool("on"),
            from: dateTime(reader, "from"), until: dateTime(reader, "until"), before: reader.string("before"),
            position: member.keyPosition)
    }

    /// A notice that ends before it begins would never be heard.
    private func checkOrder(_ reader: ObjectReader) {
        let moments = ["from", "until"].map { key -> LocalDateTime? in
            guard case .string(let text)? = reader.value(key)?.content else { return nil }
            return try? LocalDateTime(text)
        }
        guard let from = moments[0], let until = moments[1], let value = reader.value("until"),
            from.offset == until.offset, (until.date, until.second) <= (from.date, from.second)
        else { return }
        report(.badDate, at: value.position, "\"until\" is not after \"from\": the notice would never be heard")
    }

    private func dateTime(_ reader: ObjectReader, _ key: String) -> String? {
        guard let string = reader.string(key), let value = reader.value(key) else { return nil }
        do throws(HoursError) {
            _ = try LocalDateTime(string)
        } catch {
            if case .badTime = error {
                report(.badTime, at: value.position, "\(Self.quoted(string)) has no time such as \"2026-03-03 18:00\"")
            } else {
                report(
                    .badDate, at: value.position,
                    "\(Self.quoted(string)) is no date and time such as \"2026-03-03 18:00\"")
            }
        }
        return string
    }
}

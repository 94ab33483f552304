import Foundation

extension DecodingContext {
    /// Decodes a whole file. What it returns is to be used only when no error was found.
    func decode(_ bytes: [UInt8], now: Date) -> MenuDocument? {
        guard let json = parse(bytes) else { return nil }
        guard case .object(let members) = json.root.content else {
            report(.wrongType, at: json.root.position, "a menu file is an object, not \(json.root.kindName)")
            return nil
        }
        guard isReadable(members) else { return nil }
        report(json.duplicates)
        let reader = ObjectReader(self, LanguageTables.file, members: members, at: json.root.position)
        for member in reader.ordered { keyPositions[member.key] = member.keyPosition }
        names.languages = languages(reader)
        gatherNames(reader, all: members)
        settings.keys = keys(reader)
        let schedules = schedules(reader)
        if let value = reader.value("closed") { checkSchedule(nil, at: value.position) }
        let document = document(reader, schedules: schedules.map(\.schedule))
        check(document, reader, schedules: schedules, now: now)
        return document
    }

    func parse(_ bytes: [UInt8]) -> JSONDocument? {
        do throws(JSONSyntaxError) {
            return try JSONDocument.parse(bytes)
        } catch {
            report(.jsonSyntax, at: error.position, error.message)
            return nil
        }
    }

    func report(_ duplicates: [JSONDocument.DuplicateKey]) {
        for key in duplicates {
            let first = "line \(key.first.line), column \(key.first.column)"
            report(
                .duplicateKey, at: key.position, "\(Self.quoted(key.key)) stands in this object already, at \(first)")
        }
        if !duplicates.isEmpty { variables.isIncomplete = true }
    }

    /// Checks `attendant`. A file for a newer release is not looked at any further.
    private func isReadable(_ members: [JSONMember]) -> Bool {
        guard let value = members.first(where: { $0.key == "attendant" })?.value,
            case .number(let text) = value.content, let version = Double(text)
        else { return true }
        if version >= 2, version.rounded() == version {
            report(
                .newerRelease, at: value.position,
                "the file is written for a newer release: its version is \(text.prefix(20)), this program reads 1")
            return false
        }
        return true
    }

    private func document(_ reader: ObjectReader, schedules: [Schedule]) -> MenuDocument {
        _ = reader.number("attendant")
        return MenuDocument(
            fileName: Self.documentName(file), name: text(reader, "name", for: .speech) ?? .none,
            start: topStep(reader, "start") ?? Step(path: "start", position: reader.position),
            closed: topStep(reader, "closed"), operatorStep: operatorStep(reader),
            unanswered: topStep(reader, "unanswered"), steps: namedSteps(reader), languages: names.languages.names,
            voices: voices(reader), timeZone: timeZone(reader), country: country(reader), people: people(reader),
            dial: dial(reader), schedules: schedules, holidays: holidays(reader), callers: callerLists(reader),
            notices: notices(reader), callbackLists: callbackLists(reader), keys: settings.keys,
            limits: limits(reader), show: text(reader, "show", for: .staff) ?? Self.standardShow,
            phrases: phrases(reader), variables: variableImports(reader), lint: lint(reader),
            answer: reader.bool("answer"), sensitive: Set(variables.writes.filter(\.isSensitive).map(\.name)),
            recordings: recordings)
    }

    private static let standardShow = Text.template(
        Template(parts: [
            .variable(name: "label", format: nil, ifMissing: nil), .literal(": "),
            .variable(name: "caller.name", format: nil, ifMissing: nil),
        ]))

    private func text(_ reader: ObjectReader, _ key: String, for purpose: VariableUse.Purpose) -> Text? {
        path = key
        return reader.value(key).map { text($0, for: purpose) }
    }

    private func topStep(_ reader: ObjectReader, _ key: String) -> Step? {
        reader.value(key).map { step($0, path: key) }
    }

    /// `operator`: a target or a list of targets is rung; anything else is a step.
    private func operatorStep(_ reader: ObjectReader) -> Step {
        guard let value = reader.value("operator") else { return Step(path: "operator", position: reader.position) }
        switch value.content {
        case .array(let elements) where !elements.contains(where: { $0.isObjectOrList }): break
        case .string, .number, .bool, .null: break
        default: return step(value, path: "operator")
        }
        let ring = JSONMember(key: "ring", keyPosition: value.position, value: value)
        return step(JSONValue(position: value.position, content: .object([ring])), path: "operator")
    }

    private func namedSteps(_ reader: ObjectReader) -> [String: Step] {
        var steps: [String: Step] = [:]
        for member in entries(reader, "steps") {
            checkName(member, reserved: Self.reservedSteps, "has a meaning of its own and cannot name a step")
            keyPositions["steps.\(member.key)"] = member.keyPosition
            steps[member.key] = step(member.value, path: "steps.\(member.key)")
        }
        return steps
    }

    /// `heating` for `menus/heating.json`.
    static func documentName(_ file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    }
}

extension JSONValue {
    var isObjectOrList: Bool {
        switch content {
        case .object, .array: true
        default: false
        }
    }
}

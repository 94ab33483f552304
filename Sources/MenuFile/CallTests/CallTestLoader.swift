/// Reads files of call tests: bytes in, calls or the reasons why there are none out. Touches no file.
public enum CallTestLoader {
    /// The longest script of one call.
    static let mostLines = 1000
    /// The most calls of one file.
    static let mostCalls = 10_000

    /// Reads a file of call tests, as strictly as a menu file: every fault with its place, in one pass.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - fileName: the name that findings show: `heating.test.json`.
    ///   - menu: the menu that is called; names in the tests are looked for there.
    /// - Returns: a file exactly when no finding is an error.
    public static func load(
        _ bytes: [UInt8], fileName: String, menu: MenuDocument
    ) -> (file: CallTestFile?, findings: [Finding]) {
        let context = DecodingContext(file: fileName, release: .whole)
        let file = CallTestDecoder(context: context, menu: menu).file(bytes)
        let findings = context.findings.sorted { $0.position < $1.position }
        return (context.errorCount == 0 ? file : nil, findings)
    }
}

/// Decodes a file of call tests into the context's findings and the calls.
struct CallTestDecoder {
    let context: DecodingContext
    let menu: MenuDocument

    func file(_ bytes: [UInt8]) -> CallTestFile? {
        guard let json = context.parse(bytes) else { return nil }
        context.report(json.duplicates)
        guard let reader = reader(json.root, LanguageTables.testFile) else { return nil }
        checkMenu(reader)
        guard let value = reader.value("calls") else { return CallTestFile(calls: []) }
        guard case .array(let elements) = value.content else {
            reader.wrongType("calls", value)
            return nil
        }
        if elements.count > CallTestLoader.mostCalls {
            context.report(.badValue, at: value.position, "a file has at most \(CallTestLoader.mostCalls) calls")
        }
        return CallTestFile(calls: elements.prefix(CallTestLoader.mostCalls).compactMap { call($0) })
    }

    /// `menu` names the menu beside the file, for readers; the program goes by the file's own name.
    private func checkMenu(_ reader: ObjectReader) {
        guard let name = reader.string("menu"), let value = reader.value("menu") else { return }
        if name != "\(menu.fileName).json" {
            context.report(
                .badValue, at: value.position,
                "\"menu\" must be \"\(menu.fileName).json\", the menu of this file's name, not "
                    + DecodingContext.quoted(name))
        }
    }

    private func call(_ value: JSONValue) -> CallTest? {
        guard let reader = reader(value, LanguageTables.callTest) else { return nil }
        return CallTest(
            name: reader.plainString("name") ?? "", position: value.position, world: world(reader),
            script: script(reader), expect: expectation(reader))
    }

    /// A reader of a value that must be an object of a table.
    func reader(_ value: JSONValue, _ table: ObjectTable) -> ObjectReader? {
        guard case .object(let members) = value.content else {
            context.report(.wrongType, at: value.position, "\(table.title) needs an object, not \(value.kindName)")
            return nil
        }
        return ObjectReader(context, table, members: members, at: value.position)
    }

    /// The strings of a list, each with its place.
    func strings(_ reader: ObjectReader, _ key: String) -> [(text: String, position: Position)] {
        guard let value = reader.value(key) else { return [] }
        guard case .array(let elements) = value.content else {
            reader.wrongType(key, value)
            return []
        }
        return texts(elements, key)
    }

    /// The strings of one value or a list of them.
    func oneOrMany(_ reader: ObjectReader, _ key: String) -> [(text: String, position: Position)] {
        texts(reader.oneOrMany(key), key)
    }

    private func texts(_ values: [JSONValue], _ key: String) -> [(text: String, position: Position)] {
        values.compactMap { value in
            guard case .string(let text) = value.content else {
                context.report(.wrongType, at: value.position, "\"\(key)\" needs strings, not \(value.kindName)")
                return nil
            }
            return (text, value.position)
        }
    }

    /// The string of a member of an object whose keys are data.
    func string(_ member: JSONMember, in key: String) -> String? {
        if case .string(let text) = member.value.content { return text }
        context.report(
            .wrongType, at: member.value.position,
            "\(DecodingContext.quoted(member.key)) in \"\(key)\" needs a string, not \(member.value.kindName)")
        return nil
    }
}

import Foundation
import MenuFile
import Rehearsal

/// The world of one call, put together from a file and from flags and read as the world of a call test is.
struct CallWorld {
    private var members: [OrderedJSON.Member] = []

    /// - Throws: `StartError.setting` for a flag, `StartError.file` for a file that cannot be read.
    init(_ request: TestCall.Request, now: LocalDateTime) throws(StartError) {
        let options = request.world
        if let file = options.file { members = try Self.members(of: file) }
        if let file = options.webFile { put("web", .raw(try Self.json(of: file).jsonText)) }
        put("at", request.at.map { .string($0) })
        put("from", request.from.map { .string($0) })
        put("caller", request.name.map { .string($0) })
        put("called", request.called.map { .string($0) })
        put("language", options.language.map { .string($0) })
        put("people", try request.people.map { text throws(StartError) in try Self.pairs(text, "--people") })
        put("switch", try options.switches.map { text throws(StartError) in try Self.pairs(text, "--switch") })
        put("channel", try options.channel.map { text throws(StartError) in try Self.pairs(text, "--channel") })
        put("args", try options.arguments.map { text throws(StartError) in try Self.pairs(text, "--args") })
        put("listed", try options.listed.map { text throws(StartError) in try Self.numbers(text, "--listed") })
        put("queues", try options.queues.map { text throws(StartError) in try Self.queues(text) })
        put("notices", options.notices.map { .list(Self.parts($0).map { .string($0) }) })
        put("calls-today", options.callsToday.map { .number("\($0)") })
        put("dice", options.dice.map { .number("\($0)") })
        if options.isBroken { put("broken", .list([.string("records")])) }
        if !options.web.isEmpty {
            put("web", .list(try options.web.map { rule throws(StartError) in try Self.rule(rule) }))
        }
        if !members.contains(where: { $0.key == "at" }) {
            put("at", .string("\(now.date) \(CallTestDraft.clock(now))"))
        }
        if !members.contains(where: { $0.key == "from" }) { put("from", .string(TestCall.usualNumber)) }
        if !members.contains(where: { $0.key == "called" }) { put("called", .string("700")) }
    }

    private mutating func put(_ key: String, _ value: OrderedJSON?) {
        guard let value else { return }
        members.removeAll { $0.key == key }
        members.append(.init(key, value))
    }

    /// The world, checked against the menu as `check` does it.
    ///
    /// - Throws: `StartError.setting` with the first fault.
    func checked(for menu: MenuDocument) throws(StartError) -> CallTest.World {
        let call = OrderedJSON.object([.init("name", .string("call"))] + members + [.init("expect", .object([]))])
        let text = TestFileText.new(menu: menu.fileName, call: call)
        let (file, findings) = CallTestLoader.load(Array(text.utf8), fileName: "world", menu: menu)
        guard let world = file?.calls.first?.world else {
            let fault = findings.first { $0.severity == .error }?.message ?? "it cannot be read"
            throw .setting("the world of the call: \(PlainText.of(fault))")
        }
        return world
    }

    private static func json(of file: String) throws(StartError) -> JSONValue {
        guard let data = SmallFile.bytes(file, atMost: MenuFolder.mostBytes) else {
            throw .file("\(file): cannot be read; expected a JSON file of a call's world")
        }
        do throws(JSONSyntaxError) {
            return try JSONDocument.parse([UInt8](data)).root
        } catch {
            throw .file("\(file): is no JSON: \(error)")
        }
    }

    private static func members(of file: String) throws(StartError) -> [OrderedJSON.Member] {
        guard case .object(let members) = try json(of: file).content else {
            throw .file("\(file): expected an object with keys of a call test's world, as \"at\", \"people\", \"web\"")
        }
        return members.map { .init($0.key, .raw($0.value.jsonText)) }
    }
}

extension CallWorld {
    private static func parts(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func split(_ text: String, _ flag: String) throws(StartError) -> [(key: String, value: String)] {
        var pairs: [(key: String, value: String)] = []
        for part in parts(text) {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2 else {
                throw .setting("\(flag): \"\(PlainText.of(part))\" says nothing; expected NAME=VALUE,NAME=VALUE")
            }
            pairs.append((pair[0], pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))))
        }
        return pairs
    }

    private static func pairs(_ text: String, _ flag: String) throws(StartError) -> OrderedJSON {
        .object(try split(text, flag).map { .init($0.key, .string($0.value)) })
    }

    private static func numbers(_ text: String, _ flag: String) throws(StartError) -> OrderedJSON {
        var members: [OrderedJSON.Member] = []
        for pair in try split(text, flag) {
            guard let number = Int(pair.value) else {
                throw .setting("\(flag): \"\(PlainText.of(pair.value))\" is no number; expected NAME=2")
            }
            members.append(.init(pair.key, .number("\(number)")))
        }
        return .object(members)
    }

    /// "full", "empty", "waiting 3", "answers after 20", or the last two.
    private static func queues(_ text: String) throws(StartError) -> OrderedJSON {
        .object(
            try split(text, "--queues").map { pair throws(StartError) in
                .init(pair.key, try queue(pair.value))
            })
    }

    private static func queue(_ text: String) throws(StartError) -> OrderedJSON {
        if ["full", "empty"].contains(text) { return .string(text) }
        var words = text.split(separator: " ").map(String.init)
        var members: [OrderedJSON.Member] = []
        if words.first == "waiting", words.count >= 2, let count = Int(words[1]) {
            members.append(.init("waiting", .number("\(count)")))
            words.removeFirst(2)
        }
        if words.starts(with: ["answers", "after"]), words.count == 3, let seconds = Double(words[2]), seconds >= 0 {
            members.append(.init("answers after", .seconds(seconds)))
            words.removeAll()
        }
        guard words.isEmpty, !members.isEmpty else {
            throw .setting(
                "--queues: \"\(PlainText.of(text))\" is no queue; expected full, empty, waiting 3, answers after 20, or "
                    + "waiting 3 answers after 20")
        }
        return .object(members)
    }

    /// "GET */visits/* 404", "GET */visits/* {"id": "7"}", or both; after "takes" how long it takes.
    private static func rule(_ text: String) throws(StartError) -> OrderedJSON {
        var words = text.split(separator: " ", omittingEmptySubsequences: true)[...]
        var members: [OrderedJSON.Member] = []
        if words.count >= 2 {
            members.append(.init("for", .string(words.prefix(2).joined(separator: " "))))
            words = words.dropFirst(2)
        }
        if let status = words.first.flatMap({ Int($0) }) {
            members.append(.init("status", .number("\(status)")))
            words = words.dropFirst()
        }
        if words.first == "takes", let seconds = words.dropFirst().first.flatMap({ Double($0) }) {
            members.append(.init("takes", .seconds(seconds)))
            words = words.dropFirst(2)
        }
        let body = words.joined(separator: " ")
        if !body.isEmpty {
            let json = try? JSONDocument.parse(Array(body.utf8)).root.jsonText
            members.append(json.map { .init("json", .raw($0)) } ?? .init("text", .string(body)))
        }
        guard members.first?.key == "for" else {
            throw .setting(
                "--web: \"\(PlainText.of(text))\" is no rule; expected 'GET */visits/* {\"id\": \"7\"}', perhaps with a "
                    + "status and \"takes 2\" before the reply")
        }
        return .object(members)
    }
}

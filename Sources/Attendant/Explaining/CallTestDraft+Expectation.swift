import MenuFile
import Reception

/// What came of the call.
extension CallTestDraft {
    func expectation(endsByHangUp: Bool) -> [OrderedJSON.Member] {
        var members: [OrderedJSON.Member] = []
        func add(_ key: String, _ value: OrderedJSON?) { value.map { members.append(.init(key, $0)) } }
        let taker = taker
        if let taker {
            add("reaches", .string(taker.name))
            add("shows", taker.shows.map { .string($0) })
        } else if !story.all(.ring).isEmpty || !story.all(.queue).isEmpty {
            add("reaches", .null)
        }
        add("callback", callback)
        add("voicemail", voicemail)
        add("requests", requests.isEmpty ? nil : .list(requests.map { .string($0) }))
        add("path", story.path.isEmpty ? nil : .string(story.path))
        add("language", menu.languages.count > 1 ? .string(story.language) : nil)
        if story.outcome != nil, story.outcome != .failed {
            add("ends", .string(ending(taker != nil, endsByHangUp).rawValue))
        }
        return members
    }

    private func ending(_ isTaken: Bool, _ endsByHangUp: Bool) -> CallTest.Ending {
        if story.outcome == .handedOver { return .handedOver }
        if isTaken { return .talk }
        return endsByHangUp ? .hangup : .goodbye
    }

    /// Who took the call last, and what was displayed there.
    private var taker: (name: String, shows: String?)? {
        if story.outcome == .handedOver, let place = story.all(.dialplan).last?.details.names?.first {
            return (place, nil)
        }
        let taken = story.moments.last {
            ($0.kind == .ring || $0.kind == .queue) && $0.details.result == "talked"
        }
        guard let details = taken?.details, let name = details.takenBy ?? details.names?.first else { return nil }
        return (name, details.shows)
    }

    private var callback: OrderedJSON? {
        guard let details = story.all(.callback).last?.details else { return nil }
        var members: [OrderedJSON.Member] = []
        if let list = details.list { members.append(.init("list", .string(list))) }
        members.append(.init("number", details.number.map { .string($0) } ?? .null))
        if let confirmed = details.confirmed { members.append(.init("confirmed", .bool(confirmed))) }
        if let status = details.status { members.append(.init("status", .string(status))) }
        return .object(members)
    }

    private var voicemail: OrderedJSON? {
        guard let details = story.all(.voicemail).last?.details, let to = details.names?.first else { return nil }
        let isKnown = to.contains("@") || menu.person(to) != nil
        var members = isKnown ? [OrderedJSON.Member("to", .string(to))] : []
        if let seconds = details.seconds { members.append(.init("seconds", .seconds((seconds * 10).rounded() / 10))) }
        return .object(members)
    }
}

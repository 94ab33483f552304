import Foundation
import MenuFile
import Reception

/// The world that the call met.
extension CallTestDraft {
    /// What stands for a value that nobody may see.
    static let placeholder = "secret"

    var world: [OrderedJSON.Member] {
        let moment = LocalDateTime(at: story.started, in: zone)
        var members = [
            OrderedJSON.Member("at", .string("\(moment.date) \(Self.clock(moment))\(offset(of: moment))")),
            .init("from", .string(Self.plain(story.number) ?? "hidden")),
        ]
        func add(_ key: String, _ value: OrderedJSON?) { value.map { members.append(.init(key, $0)) } }
        func add(_ key: String, _ values: [String: String]) { if !values.isEmpty { add(key, .strings(values)) } }
        add("caller", Self.plain(story.name).map { .string($0) })
        add("called", Self.plain(story.dialled).map { .string($0) })
        add("language", began.channelLanguage.map { .string($0) })
        add("args", (began.arguments ?? [:]).mapValues { $0 == "•••" ? Self.placeholder : $0 })
        add("notices", ownNotices.known.isEmpty ? nil : .list(ownNotices.known.map { .string($0) }))
        add("switch", began.switches ?? [:])
        if let today = began.callsToday, today > 0 { add("calls-today", .number("\(today)")) }
        if menu.asksForShare, let dice = began.dice { add("dice", .number("\(dice)")) }
        add("people", people)
        add("queues", queues.isEmpty ? nil : .object(queues))
        add("web", web.isEmpty ? nil : .list(web))
        add("listed", listed.isEmpty ? nil : .object(listed))
        add("channel", channel)
        if story.all(.fault).contains(where: { $0.details.result == "not stored" }) {
            add("broken", .list([.string("records")]))
        }
        return members
    }

    /// What a channel said, without what no test can hold; nil: nothing is left of it.
    private static func plain(_ text: String?) -> String? {
        guard let text else { return nil }
        let plain = PlainText.of(text).trimmingCharacters(in: .whitespaces)
        return plain.isEmpty ? nil : plain
    }

    /// An hour that clocks show twice is told apart by its offset.
    private func offset(of moment: LocalDateTime) -> String {
        let plain = LocalDateTime(date: moment.date, second: moment.second)
        let isPlain = abs(plain.instant(in: zone).timeIntervalSince(story.started)) < 1
        guard !isPlain else { return "" }
        let seconds = zone.secondsFromGMT(for: story.started)
        let minutes = abs(seconds) / 60
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (seconds < 0 ? "-" : "+") + parts.joined(separator: ":")
    }

    /// Telephones as they were; one that was answered in the end counts as answered.
    private var people: [String: String] {
        var people: [String: String] = [:]
        for ring in story.all(.ring) {
            let names = ring.details.names ?? []
            let taker = ring.details.takenBy ?? names.first
            for name in names {
                guard people[name]?.hasPrefix("answers") != true else { continue }
                switch ring.details.result {
                case "talked" where name == taker: people[name] = answers(ring)
                case "busy": people[name] = "busy"
                case "no answer", "talked", "hung up": people[name] = people[name] ?? "no-answer"
                default: people[name] = "offline"
                }
            }
        }
        return people
    }

    /// On a real line Asterisk does not tell when a telephone was answered.
    private func answers(_ ring: CallStory.Moment) -> String {
        let after = ring.details.answeredAfter ?? 0
        return after < 0.1 ? "answers" : "answers after \(OrderedJSON.text(seconds: after))"
    }

    private var queues: [OrderedJSON.Member] {
        var queues: [OrderedJSON.Member] = []
        for moment in story.all(.decision) where moment.details.waiting != nil {
            guard let name = moment.details.names?.first, !queues.contains(where: { $0.key == name }) else { continue }
            queues.append(.init(name, queue(name, waiting: moment.details.waiting ?? 0)))
        }
        return queues
    }

    private func queue(_ name: String, waiting: Int) -> OrderedJSON {
        let wait = story.all(.queue).last { $0.details.names?.first == name }?.details
        switch wait?.result {
        case "full": return .string("full")
        case "nobody there": return .string("empty")
        default: break
        }
        var members = [OrderedJSON.Member("waiting", .number("\(waiting)"))]
        if wait?.result == "talked" {
            members.append(.init("answers after", .seconds(max(1, wait?.answeredAfter ?? 1))))
        }
        return .object(members)
    }

    /// Lists on which the number was already, and its place there.
    private var listed: [OrderedJSON.Member] {
        story.all(.callback).compactMap { moment in
            guard moment.details.wasListed == true, let list = moment.details.list, let place = moment.details.place
            else { return nil }
            return .init(list, .number("\(place)"))
        }
    }

    private var channel: [String: String] {
        var channel: [String: String] = [:]
        for moment in story.all(.channel) + story.all(.dialplan) {
            for kept in moment.details.kept ?? [] where kept.value?.isEmpty != true {
                channel[kept.source] = kept.value ?? Self.placeholder
            }
        }
        return channel
    }
}

extension MenuDocument {
    /// Whether a condition asks on which side of a `share` the call is.
    var asksForShare: Bool { allSteps.contains { $0.when?.asksForShare == true } }
}

extension Condition {
    fileprivate var asksForShare: Bool {
        switch self {
        case .share: true
        case .not(let inner): inner.asksForShare
        case .all(let list), .any(let list): list.contains(where: \.asksForShare)
        default: false
        }
    }
}

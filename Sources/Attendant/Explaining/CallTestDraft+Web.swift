import MenuFile
import Reception

/// What web services replied.
extension CallTestDraft {
    var web: [OrderedJSON] {
        story.all(.web).compactMap { moment -> OrderedJSON? in
            let details = moment.details
            guard let pattern = Self.pattern(details), let status = details.status, status != "refused" else {
                return nil
            }
            var members = [OrderedJSON.Member("for", .string(pattern))]
            members += reply(details, status)
            let takes = status == "timeout" ? Self.tooLong : Double(details.milliseconds ?? 0) / 1000
            members.append(.init("takes", .seconds(takes)))
            return .object(members)
        }
    }

    /// The patterns of all requests that were sent.
    var requests: [String] {
        var seen: [String] = []
        for pattern in story.all(.web).compactMap({ Self.pattern($0.details) }) where !seen.contains(pattern) {
            seen.append(pattern)
        }
        return seen
    }

    /// Longer than any request waits.
    private static let tooLong = 60.0

    /// Secrets in the URL become `*`, for nobody knows them.
    private static func pattern(_ details: CallMoment.Details) -> String? {
        guard let method = details.method, let url = details.url else { return nil }
        return "\(method) \(url.replacing("•••", with: "*").replacing(" ", with: "*"))"
    }

    private func reply(_ details: CallMoment.Details, _ status: String) -> [OrderedJSON.Member] {
        switch status {
        case "timeout": return []
        case "invalid": return [.init("text", .string("no JSON"))]
        default: break
        }
        var members: [OrderedJSON.Member] = []
        if let kept = details.kept, !kept.isEmpty {
            var body = ReplyTree()
            for value in kept { body.put(value.value ?? Self.placeholder, at: value.source) }
            members.append(.init("json", body.json))
        }
        if let code = Int(status), code != 200 { members.append(.init("status", .number("\(code)"))) }
        return members
    }
}

/// A JSON value put together from the paths that were kept: "visit.doctors[0].name".
struct ReplyTree {
    private indirect enum Node {
        case leaf(String)
        case object([(key: String, node: Node)])
        case list([Int: Node])
    }

    private enum Part: Equatable {
        case key(String)
        case index(Int)
    }

    private var root: Node?

    /// Longer lists are not made up for one of their elements.
    private static let longestList = 100

    /// The value as JSON; what was never put there is null.
    var json: OrderedJSON { root.map { Self.json($0) } ?? .object([]) }

    /// Puts a value at a path of `keep`.
    mutating func put(_ value: String, at path: String) {
        root = Self.put(value, Self.parts(path)[...], into: root)
    }

    private static func parts(_ path: String) -> [Part] {
        path.split(separator: ".").flatMap { name -> [Part] in
            let pieces = name.split(separator: "[")
            let head = name.first == "[" ? [] : pieces.prefix(1).map { Part.key(String($0)) }
            let indices = pieces.dropFirst(head.count).compactMap { Int($0.dropLast()) }
            return head + indices.filter { $0 <= longestList }.map { .index($0) }
        }
    }

    private static func put(_ value: String, _ path: ArraySlice<Part>, into node: Node?) -> Node {
        guard let part = path.first else { return .leaf(value) }
        switch part {
        case .key(let key):
            var members: [(key: String, node: Node)] = []
            if case .object(let known)? = node { members = known }
            let place = members.firstIndex { $0.key == key }
            let inner = put(value, path.dropFirst(), into: place.map { members[$0].node })
            if let place { members[place].node = inner } else { members.append((key, inner)) }
            return .object(members)
        case .index(let index):
            var elements: [Int: Node] = [:]
            if case .list(let known)? = node { elements = known }
            elements[index] = put(value, path.dropFirst(), into: elements[index])
            return .list(elements)
        }
    }

    private static func json(_ node: Node) -> OrderedJSON {
        switch node {
        case .leaf(let text): return .string(text)
        case .object(let members): return .object(members.map { .init($0.key, json($0.node)) })
        case .list(let elements):
            let last = elements.keys.max() ?? 0
            return .list((0...last).map { elements[$0].map { json($0) } ?? .null })
        }
    }
}

import Foundation
import MenuFile
import Reception

/// What one series of scouting calls meets: a moment, a caller, and what the services outside say.
struct ScoutWorld: Sendable {
    /// With what its calls begin, as `MenuReach.Way` names it.
    var entry: String
    var at: Date
    /// The caller's number; nil: withheld.
    var number: String? = ScoutWorld.usualNumber
    var dialled = "700"
    /// The step that the URL names; nil: none.
    var step: String?
    var language = ""
    /// The values that web services, subroutines and channels give.
    var values: [String: String] = [:]
    /// Whether the services outside answer.
    var servicesAnswer = true
    var dice = 0
    var callsToday = 0
    /// The notices that are on.
    var notices: Set<String> = []
    /// The usual world with one thing changed: only what is not reached otherwise counts.
    var isVariation = false

    /// A number that belongs to nobody (Ofcom, numbers for drama).
    static let usualNumber = "+447700900001"

    func facts(id: String) -> CallFacts {
        CallFacts(
            id: id, uniqueID: id, channel: "PJSIP/scout", number: number, isWithheld: number == nil, dialled: dialled,
            language: language, arguments: step.map { ["step": $0] } ?? [:], dice: dice)
    }

    func board(_ document: MenuDocument) -> RehearsedBoard {
        RehearsedBoard(notices: document.notices.map { NoticeSwitch(name: $0.id, isOn: notices.contains($0.id)) })
    }

    func rehearsal(of document: MenuDocument) -> World {
        var world = World()
        guard servicesAnswer else { return world }
        for variable in document.variables {
            if case .channel(let name, _) = variable.source { world.channel[name] = values[variable.name] }
        }
        for step in document.allSteps {
            guard case .gosub(let gosub)? = step.verb else { continue }
            let place = gosub.location
            let sets = gosub.keep.compactMap { kept in values[kept.variable].map { (kept.source, $0) } }
            world.subroutines["\(place.context),\(place.exten),\(place.priority)", default: [:]]
                .merge(sets) { first, _ in first }
        }
        return world
    }

    /// A rule for each request of the file: it answers with everything that the request keeps.
    func webRules(of document: MenuDocument) -> [RehearsedWeb.Rule] {
        guard servicesAnswer else { return [] }
        return document.allSteps.compactMap { step in
            guard case .request(let request)? = step.verb else { return nil }
            let url = request.url.parts.map { part in
                if case .literal(let text) = part { text } else { "*" }
            }.joined()
            var reply = ScoutReply()
            for kept in request.keep { reply.put(values[kept.variable] ?? "1", at: kept.source) }
            return RehearsedWeb.Rule("\(request.method) \(url)", body: reply.text)
        }
    }
}

/// A JSON text made from the places at which a menu looks for values.
struct ScoutReply {
    private var root = Node.object([:])

    private indirect enum Node {
        case text(String)
        case object([String: Node])
        case list([Int: Node])
    }

    /// Puts a text at `path.in[0].reply`. A place that another path contradicts stays as it is.
    mutating func put(_ text: String, at path: String) {
        let fields = path.replacing("[", with: ".[").split(separator: ".")
        root = Self.putting(text, at: fields[...], into: root)
    }

    private static func putting(_ text: String, at path: ArraySlice<Substring>, into node: Node?) -> Node {
        guard let first = path.first else { return .text(text) }
        if first.hasPrefix("["), let place = Int(first.dropFirst().prefix { $0 != "]" }) {
            var elements: [Int: Node] = if case .list(let known)? = node { known } else { [:] }
            elements[place] = putting(text, at: path.dropFirst(), into: elements[place])
            return .list(elements)
        }
        var members: [String: Node] = if case .object(let known)? = node { known } else { [:] }
        members[String(first)] = putting(text, at: path.dropFirst(), into: members[String(first)])
        return .object(members)
    }

    var text: String { Self.text(root) }

    /// The longest list that is written out; places further back are left out.
    private static let longestList = 1000

    private static func quoted(_ text: String) -> String {
        JSONValue(position: Position(line: 1, column: 1), content: .string(text)).jsonText
    }

    private static func text(_ node: Node) -> String {
        switch node {
        case .text(let text): return quoted(text)
        case .object(let members):
            return "{"
                + members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(text($0.value))" }
                .joined(separator: ",") + "}"
        case .list(let elements):
            let last = min(elements.keys.max() ?? 0, longestList)
            return "[" + (0...max(0, last)).map { elements[$0].map(text) ?? "null" }.joined(separator: ",") + "]"
        }
    }
}

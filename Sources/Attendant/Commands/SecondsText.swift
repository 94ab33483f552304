import MenuFile
import Rehearsal

/// Seconds to each destination, for people: one line, or a table.
struct SecondsText {
    let reach: MenuReach
    let isEstimated: Bool

    /// "heating: seconds to choose, first call: 1 repairs 5.1 · 2 bill 8.0 · 0 operator 14.6"; nil: nothing is chosen.
    var line: String? {
        let choices = reach.choices.filter { $0.entry == "start" }
        guard let first = choices.first else { return nil }
        let words = choices.filter { $0.menu == first.menu && $0.before == first.before }.map { choice in
            [choice.key, Self.lowered(choice.label), choice.newcomer.inTenths].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        return "\(reach.menu): seconds to choose, first call: \(words.joined(separator: " · "))\(mark)"
    }

    private var mark: String { isEstimated ? " (there is no eSpeak NG: seconds are estimates)" : "" }

    /// A table, the slowest way first, and what silence leads to.
    var table: String {
        let rows = reach.ways.map { way in
            [
                way.destination, way.entry, way.keys.isEmpty ? "none" : way.keys, way.path, way.heard.inTenths,
                way.newcomer.inTenths, way.regular.inTenths,
            ]
        }
        let head = ["DESTINATION", "CALL", "KEYS", "PATH", "HEARD BEFORE", "NEWCOMER", "REGULAR"]
        var lines = ["\(reach.menu): seconds to each destination\(mark)", Table(head, rows).text]
        let silence = reach.silenceToPerson.map { "\($0.inTenths) s to a person" } ?? "no person"
        lines.append("\(reach.menu): silence leads to \(silence)")
        if reach.isCut { lines.append("\(reach.menu): there are more ways than were tried") }
        return lines.joined(separator: "\n")
    }

    /// "Repairs" inside a line is "repairs"; "VIP" stays.
    private static func lowered(_ label: String) -> String {
        guard label.dropFirst().first?.isUppercase == false else { return label }
        return label.prefix(1).lowercased() + label.dropFirst()
    }
}

/// One destination as machines read it; seconds have three decimals at most.
struct JSONDestination: Encodable {
    private let menu: String
    private let destination: String
    private let kind: String
    private let names: [String]
    private let entry: String
    private let keys: String
    private let path: String
    private let step: String?
    private let line: Int
    private let column: Int
    private let heard: Double
    private let newcomer: Double
    private let regular: Double
    private let estimated: Bool

    init(_ way: MenuReach.Way, of menu: String, isEstimated: Bool) {
        self.menu = menu
        destination = way.destination
        kind = way.kind.rawValue
        names = way.names
        entry = way.entry
        keys = way.keys
        path = way.path
        step = way.step
        line = way.position.line
        column = way.position.column
        heard = way.heard.rounded
        newcomer = way.newcomer.rounded
        regular = way.regular.rounded
        estimated = isEstimated
    }
}

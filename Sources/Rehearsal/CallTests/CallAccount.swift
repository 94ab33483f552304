import Foundation
public import Reception

/// A call told without its times: what was said, pressed, decided, asked, rung and kept, a line each. One call has the
/// same account whatever telephone it was walked on: the simulated one, the fake Asterisk, or a real one.
public struct CallAccount: Sendable, Equatable {
    /// The lines, in the order in which things happened.
    public let lines: [String]

    /// The account of a call's timeline.
    public init(_ moments: [CallMoment]) {
        lines = moments.sorted { $0.order < $1.order }.compactMap(Self.line)
    }

    /// An account that was told elsewhere.
    public init(lines: [String]) { self.lines = lines }

    /// Where two accounts part, in one sentence; nil: they are the same.
    ///
    /// - Parameters:
    ///   - name: what this one was walked on, "the simulated telephone".
    ///   - otherName: what the other one was walked on.
    public func difference(from other: CallAccount, name: String, otherName: String) -> String? {
        guard lines != other.lines else { return nil }
        let place = zip(lines, other.lines).prefix { $0 == $1 }.count
        func told(_ lines: [String]) -> String { place < lines.count ? "\"\(lines[place])\"" : "nothing more" }
        let before = place > 0 ? "after \"\(lines[place - 1])\" " : ""
        return "\(before)\(name) has \(told(lines)), but \(otherName) \(told(other.lines))"
    }

    private static func line(_ moment: CallMoment) -> String? {
        switch moment.kind {
        // What came from outside the menu is the test's own, and told in other words by every channel.
        case .began, .channel: return nil
        case .silence: return "\(place(moment)): no key"
        // A recording has other ends of a second on every telephone.
        case .recorded: return ([place(moment) + ": recorded"] + details(moment)).joined(separator: "; ")
        case .voicemail:
            let names = moment.details.names?.joined(separator: ", ") ?? ""
            return "\(place(moment)): kept a message for \(names)"
        // How long a service took stands behind what it answered.
        case .web:
            let words = moment.text.components(separatedBy: " in ").dropLast().joined(separator: " in ")
            return ([place(moment) + ": " + words] + details(moment)).joined(separator: "; ")
        default: return ([place(moment) + ": " + moment.text] + details(moment)).joined(separator: "; ")
        }
    }

    private static func place(_ moment: CallMoment) -> String { "\(moment.kind.rawValue) at \(moment.step)" }

    /// What is the same on every telephone.
    private static func details(_ moment: CallMoment) -> [String] {
        let details = moment.details
        let named: [(String, String?)] = [
            ("result", details.result), ("taken by", details.takenBy), ("shows", details.shows),
            ("whispers", details.whispers), ("list", details.list), ("number", details.number),
            ("confirmed", details.confirmed.map { "\($0)" }), ("status", details.status),
            ("place", details.place.map { "\($0)" }),
            (
                "kept",
                details.kept.map { $0.map { "\($0.variable) = \($0.value ?? "•••")" }.joined(separator: ", ") }
            ),
        ]
        return named.compactMap { name, value in value.map { "\(name) \($0)" } }
    }
}

import Foundation
import MenuFile

/// A menu file in the making: names that fit, people that are met on the way, and what is to be told.
struct MenuDraft {
    var name = "Imported"
    var start: Item = .text("operator")
    var steps: [Item.Member] = []
    var people: [Item.Member] = []
    var hours: [Item.Member] = []
    var timeZone: String?
    var dial: Item?
    /// Whom 0 reaches; nil: nobody was found.
    var operatorTarget: String?
    private(set) var remarks: [String] = []
    private var names: [String: String] = [:]
    /// The next figure behind a name that many things have.
    private var counts: [String: Int] = [:]
    private var taken: Set = ["start", "closed", "operator", "back", "again", "hangup", "office", "open", "holiday"]

    /// At most so many remarks, the last of which says that there are more.
    private static let mostRemarks = 200

    mutating func remark(_ text: String) {
        let line = Self.plain(text)
        guard !remarks.contains(line), remarks.count <= Self.mostRemarks else { return }
        remarks.append(remarks.count == Self.mostRemarks ? "… and more" : line)
    }

    /// A name of the menu language for a thing of the source; the same one each time it is asked for.
    ///
    /// - Parameter key: tells the thing from all others.
    mutating func name(of key: String, like text: String) -> String {
        if let name = names[key] { return name }
        var base = String(text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(40))
            .split(separator: "-").joined(separator: "-")
        if base.first?.isLetter != true { base = "menu" + (base.isEmpty ? "" : "-\(base)") }
        var name = base
        var count = counts[base] ?? 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(count)"
            count += 1
        }
        counts[base] = count
        names[key] = name
        return name
    }

    /// A text to be spoken: braces doubled, control characters gone, not longer than anybody listens to.
    static func spoken(_ text: String) -> String {
        String(plain(text).prefix(500)).replacing("{", with: "{{").replacing("}", with: "}}")
    }

    /// One line without control characters.
    static func plain(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    /// A recording beside the menu, and what is said as long as it is not there.
    static func recording(_ file: String, _ text: String) -> Item {
        let base = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        let safe = String(base.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }.prefix(60))
        let words = spoken(text.isEmpty ? base.replacing("-", with: " ").replacing("_", with: " ") : text)
        guard !safe.isEmpty else { return .text(words) }
        return .object(["play": .text("sounds/\(safe)"), "text": .text(words)])
    }

    /// A number that a step can ring; nil when it is none.
    static func number(_ text: String) -> String? {
        let digits = text.filter { !" -().".contains($0) }
        let rest = digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
        guard (1...15).contains(rest.count), rest.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return digits
    }

    var file: Item {
        let note = remarks.isEmpty ? nil : Item.list(remarks.map { .text($0) })
        let callbacks: Item = .object([.init(key: "missed", value: .object([]))])
        return .object([
            "attendant": .number(1), "note": note, "name": .text(Self.spoken(name)),
            "timezone": hours.isEmpty ? nil : .text(timeZone ?? TimeZone.current.identifier), "dial": dial,
            "people": people.isEmpty ? nil : .object(people),
            "operator": operatorTarget.map { .text($0) } ?? .object(["callback": .text("missed")]),
            "hours": hours.isEmpty ? nil : .object(hours), "callbacks": callbacks,
            "start": start, "steps": steps.isEmpty ? nil : .object(steps),
        ])
    }
}

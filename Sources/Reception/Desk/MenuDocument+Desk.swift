public import Foundation
public import MenuFile

/// A telephone of somebody who calls back.
public struct AgentLine: Sendable, Equatable {
    /// Whose it is: the person's id, else the number.
    public let name: String
    /// The dial string of one channel, "PJSIP/201".
    public let dial: String

    /// A telephone.
    public init(name: String, dial: String) {
        self.name = name
        self.dial = dial
    }
}

/// What the callback desk asks of a menu file, outside any call.
extension MenuDocument {
    /// The telephones of those who call back for a list, in the order in which they are rung. A dial string that names
    /// several channels is several telephones: a call file rings one. Variables belong to calls and ring nobody here.
    public func agentLines(for list: String, house: House) -> [AgentLine] {
        agents(for: list).flatMap { target -> [AgentLine] in
            guard case .person(let id) = target, let person = person(id) else {
                return lines(target, name: nil, house)
            }
            return person.targets.flatMap { lines($0, name: id, house) }
        }
    }

    private func lines(_ target: Target, name: String?, _ house: House) -> [AgentLine] {
        let (number, dials): (String, String) =
            switch target {
            case .inside(let number):
                (number, (dial.inside ?? house.inside).replacing("{number}", with: number))
            case .outside(let number): (number, outsideDial(number, house: house))
            case .dialString(let string): (string, string)
            case .variable, .person: ("", "")
            }
        return dials.split(separator: "&").map { AgentLine(name: name ?? number, dial: String($0)) }
    }

    /// The dial string of a number outside the house.
    public func outsideDial(_ number: String, house: House) -> String {
        (dial.outside ?? house.outside).replacing("{number}", with: number)
    }

    /// The zone of the file, else the server's, else UTC.
    public func zone(house: House) -> TimeZone {
        timeZone.flatMap { TimeZone(identifier: $0) } ?? TimeZone(identifier: house.timeZone) ?? .gmt
    }

    /// Whether a list may be called at a moment: its schedule is open, as the file has it or as it is switched by hand.
    /// A list without a schedule follows `office`; without that it is always open.
    public func mayCall(list: String, at date: Date, house: House, board: any SwitchBoard) -> Bool {
        let name = callbackList(list)?.hours ?? "office"
        guard let schedule = schedule(name) else { return true }
        return OfficeHours(
            schedule: schedule, holidays: holidays, timeZone: zone(house: house),
            switch: board.hourSwitch(menu: fileName, schedule: name)
        ).isOpen(at: date)
    }

    /// The name of the line on one line of text, in the language of the staff.
    public var plainName: String {
        let language = languages.first ?? "en"
        return StaticPrompts.plainBuilder(self, language).line(name)
    }
}

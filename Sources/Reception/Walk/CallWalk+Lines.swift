import MenuFile

/// From the targets of a file to what Asterisk dials.
extension CallWalk {
    /// One telephone to ring.
    struct Line: Equatable {
        /// Whose it is: the person's id, else the number.
        let name: String
        /// The dial string.
        let dial: String
        /// The device whose state tells whether it is free; nil: nobody can tell.
        let device: String?
    }

    /// The telephones of a list of targets, in order; a person with several stands for all of them.
    func lines(of targets: [Target]) -> [Line] {
        targets.flatMap { target -> [Line] in
            guard case .person(let id) = target, let person = document.person(id) else {
                return line(target, name: nil, device: nil).map { [$0] } ?? []
            }
            let device = person.targets.count == 1 ? person.device : nil
            return person.targets.compactMap { line($0, name: id, device: device) }
        }
    }

    private func line(_ target: Target, name: String?, device: String?) -> Line? {
        switch target {
        case .inside(let number):
            return line(name ?? number, document.dial.inside ?? house.inside, number, device)
        case .outside(let number):
            return line(name ?? number, document.dial.outside ?? house.outside, number, device)
        case .dialString(let dial):
            return Line(name: name ?? dial, dial: dial, device: device ?? Self.device(of: dial))
        case .variable(let variable):
            guard let number = value(variable, in: staffLanguage).flatMap({ DialNumber($0.text) }) else { return nil }
            let shown = isSensitive(variable) ? Variables.mask : nil
            return line(number.isInside ? .inside(number.text) : .outside(number.text), name: shown, device: nil)
        case .person: return nil
        }
    }

    private func line(_ name: String, _ template: String, _ number: String, _ device: String?) -> Line {
        let dial = template.replacing("{number}", with: number)
        return Line(name: name, dial: dial, device: device ?? Self.device(of: dial))
    }

    /// `PJSIP/201` can say whether it is free; a number behind a trunk or a Local channel cannot (§4.2).
    private static func device(of dial: String) -> String? {
        guard dial.hasPrefix("PJSIP/") || dial.hasPrefix("SIP/") || dial.hasPrefix("IAX2/") else { return nil }
        return dial.contains(where: { "@&,:".contains($0) }) || dial.dropFirst(6).contains("/") ? nil : dial
    }
}

/// A value from outside that may stand in a dial string: 0-9 * # + only, 15 characters at most (§4.5).
struct DialNumber {
    let text: String

    static let limit = 15

    init?(_ text: String) {
        let isClean = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 42 || $0 == 35 || $0 == 43 }
        guard isClean, (1...Self.limit).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    /// At most six digits without + are a number inside the house (§3).
    var isInside: Bool { !text.hasPrefix("+") && text.utf8.count <= 6 }
}

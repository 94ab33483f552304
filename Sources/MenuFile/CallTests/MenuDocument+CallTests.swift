/// What call tests ask of a menu.
extension MenuDocument {
    /// Whose telephone is meant by a person, a number or a dial string: the person's id, else the number without
    /// spaces and dashes, else the text as it stands.
    public func owner(of text: String) -> String {
        if person(text) != nil { return text }
        let target = text.contains("/") ? Target.dialString(text) : DecodingContext.number(text)
        guard let target else { return text }
        if let owner = people.first(where: { $0.targets.contains(target) }) { return owner.id }
        switch target {
        case .inside(let number), .outside(let number): return number
        case .person, .dialString, .variable: return text
        }
    }

    /// The subroutines of the dialplan that the menu runs, "context,exten,priority".
    public var subroutines: [String] {
        allSteps.compactMap { step in
            guard case .gosub(let gosub)? = step.verb else { return nil }
            return "\(gosub.location.context),\(gosub.location.exten),\(gosub.location.priority)"
        }
    }

    /// The names of the environment variables that requests read.
    public var environmentNames: Set<String> {
        var names: Set<String> = []
        for step in allSteps {
            guard case .request(let request)? = step.verb else { continue }
            let templates = [request.url] + request.headers.map(\.value) + (request.send?.templates ?? [])
            for variable in templates.flatMap(\.variables) where variable.hasPrefix("env.") {
                names.insert(String(variable.dropFirst(4)))
            }
        }
        return names
    }
}

extension Person {
    /// The numbers, dial strings and the device of the person, as a telephone is known by.
    public var lines: [String] {
        targets.compactMap { target in
            switch target {
            case .inside(let number), .outside(let number), .dialString(let number): number
            case .person, .variable: nil
            }
        } + [device].compactMap { $0 }
    }
}

extension Step {
    /// Whether the step collects something sensitive.
    public var collectsSensitive: Bool {
        if case .collect(let collect)? = verb { collect.sensitive } else { false }
    }
}

extension JSONTemplate {
    /// The strings in it.
    var templates: [Template] {
        switch self {
        case .literal: []
        case .string(let template): [template]
        case .array(let elements): elements.flatMap(\.templates)
        case .object(let members): members.flatMap(\.value.templates)
        }
    }
}

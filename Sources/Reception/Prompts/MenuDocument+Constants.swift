import MenuFile

extension MenuDocument {
    /// The variables whose text is the same in every call: the line's name, and constants that nothing ever changes.
    var constants: [String: Text] {
        let steps = [start, closed, operatorStep, unanswered].compactMap { $0 } + steps.values
        let changed = steps.reduce(into: Set<String>()) { $0.formUnion($1.variablesSet) }
        var constants: [String: Text] = [:]
        for variable in variables {
            guard case .text(let text) = variable.source, text.variables.isEmpty, !changed.contains(variable.name),
                !sensitive.contains(variable.name)
            else { continue }
            constants[variable.name] = text
        }
        if name.variables.isEmpty { constants["name"] = name }
        return constants
    }
}

extension Step {
    /// The variables that this step, or one written inside it, gives values.
    var variablesSet: Set<String> {
        var names: Set<String> = []
        var inside = [then, otherwise].compactMap { $0 }
        switch verb {
        case .set(let assignments): names = Set(assignments.map(\.variable))
        case .request(let request): names = Set(request.keep.map(\.variable))
        case .gosub(let gosub): names = Set(gosub.keep.map(\.variable))
        case .collect(let collect):
            names = [collect.variable]
            inside += [collect.wrong.otherwise, collect.silent.otherwise].compactMap { $0 }
        case .menu(let menu):
            inside += menu.choices.map(\.step) + [menu.wrong.otherwise, menu.silent.otherwise].compactMap { $0 }
        case .sequence(let list): inside += list
        default: break
        }
        return inside.reduce(into: names) { $0.formUnion($1.variablesSet) }
    }
}
